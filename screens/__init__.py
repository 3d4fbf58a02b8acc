"""What people see: a screen a file, its widgets and its styles beside it."""
