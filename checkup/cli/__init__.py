"""The command line: the same core without a window, one file a command.

Exit status: 0 finished, 2 wrong usage, 3 the input could not be read, 130 stopped by the person.
"""
