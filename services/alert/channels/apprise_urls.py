"""Mail, chat, phone: whatever apprise has a URL for."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from hashlib import blake2b
from typing import Self

from apprise import Apprise, NotifyFormat, NotifyType

from schemas.alert import Alert
from services.alert.channels.channel import Channel, NotDeliveredError
from services.alert.text import as_text, phone_line
from services.runtime.settings import AlertSettings, SettingsError

TIMEOUT_S = 20.0


class AppriseUrl(Channel):
    """One apprise URL. Its name is scheme and a digest, since most URLs hold a token."""

    def __init__(self, url: str) -> None:
        self._apprise = Apprise()
        scheme = url.split(":", 1)[0]
        self.name = f"{scheme}-{blake2b(url.encode(), digest_size=4).hexdigest()}"
        if not self._apprise.add(url):
            raise SettingsError(f"HARMATTAN_ALERT_URLS: apprise knows no service for the {scheme}: URL given")

    @classmethod
    def configured(cls, settings: AlertSettings) -> Sequence[Self]:
        return [cls(url) for url in settings.apprise_urls.split()]

    async def deliver(self, alert: Alert) -> None:
        kind = NotifyType.WARNING if alert.severity == "high" else NotifyType.INFO
        try:
            async with asyncio.timeout(TIMEOUT_S):
                taken = await self._apprise.async_notify(
                    title=phone_line(alert), body=as_text(alert), notify_type=kind, body_format=NotifyFormat.TEXT
                )
        except TimeoutError:
            raise NotDeliveredError(f"{self.name} did not answer within {TIMEOUT_S:.0f} s") from None
        # A hundred plugins by a hundred authors: a bug in one must neither end the service nor stop the other channels.
        # Only the kind of error is told, since its text may hold the URL's token.
        except Exception as error:
            raise NotDeliveredError(f"{self.name} failed with {type(error).__name__}") from error
        if not taken:
            raise NotDeliveredError(f"{self.name} refused the alert or could not be reached")
