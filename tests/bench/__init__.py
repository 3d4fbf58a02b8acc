"""The figures that the program is held to, measured beside bare Textual programs in one run."""
