"""Notices on the standard output of the service."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Self

from services.alert.channels.channel import Channel, Delivery
from services.alert.links import Links
from services.alert.text import NO_LINKS, notice_text
from services.runtime.settings import AlertSettings


class Console(Channel):
    """Prints the notice, a blank line after it."""

    name = "console"

    def __init__(self, links: Links = NO_LINKS) -> None:
        self._links = links

    @classmethod
    def configured(cls, settings: AlertSettings) -> Sequence[Self]:
        return [cls(Links(settings.desk_url, settings.kibana_url))] if settings.console else []

    async def deliver(self, delivery: Delivery) -> None:
        sys.stdout.write(notice_text(delivery.notice, self._links) + "\n\n")
        sys.stdout.flush()
