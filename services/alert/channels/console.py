"""Alerts on the standard output of the service."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Self

from schemas.alert import Alert
from services.alert.channels.channel import Channel
from services.alert.text import as_text
from services.runtime.settings import AlertSettings


class Console(Channel):
    """Prints the alert, a blank line after it."""

    name = "console"

    @classmethod
    def configured(cls, settings: AlertSettings) -> Sequence[Self]:
        return [cls()] if settings.console else []

    async def deliver(self, alert: Alert) -> None:
        sys.stdout.write(as_text(alert) + "\n\n")
        sys.stdout.flush()
