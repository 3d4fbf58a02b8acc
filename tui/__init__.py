"""The program: command line, application, terminal driver."""
