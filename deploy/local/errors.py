"""The one kind of error a person can do something about."""


class StackError(Exception):
    """What is wrong and the command that mends it, as one line.

    The command line prints it without a traceback and ends with exit code 2.
    """
