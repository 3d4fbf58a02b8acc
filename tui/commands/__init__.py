"""The commands: one a file, each an essential act without a screen or the way to one."""
