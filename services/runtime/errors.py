"""What a person has to mend before a service or a command can work: one line and exit code 2.

In a file of its own, so that the command line can catch them without loading what reads the settings.
"""

from __future__ import annotations


class SettingsError(Exception):
    """One line that names the setting, what is wrong with it, and where it is described."""


class RefusedError(SettingsError):
    """A server is there and will not have us (credentials, certificate, host name, rights): waiting does not help."""
