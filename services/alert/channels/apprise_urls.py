"""Mail, chat, phone: whatever apprise has a URL for."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from hashlib import blake2b
from typing import Self

from apprise import Apprise, NotifyFormat, NotifyType

from services.alert.channels.channel import Channel, Delivery, NotDeliveredError
from services.alert.html import notice_html
from services.alert.links import Links
from services.alert.text import NO_LINKS, notice_text, title
from services.runtime.settings import AlertSettings, SettingsError

TIMEOUT_S = 20.0
# Mail is the one that shows HTML as we write it; a chat makes a heap of words of it.
MAIL = ("mailto", "mailtos")


class AppriseUrl(Channel):
    """One apprise URL. Its name is scheme and a digest, since most URLs hold a token."""

    def __init__(self, url: str, links: Links = NO_LINKS) -> None:
        self._apprise, self._links = Apprise(), links
        scheme = url.split(":", 1)[0].lower()
        # a person may have asked for plain mail: mailto://…?format=text
        self._html = scheme in MAIL and "format=text" not in url.lower()
        self.name = f"{scheme}-{blake2b(url.encode(), digest_size=4).hexdigest()}"
        if not self._apprise.add(url):
            raise SettingsError(f"HARMATTAN_ALERT_URLS: apprise knows no service for the {scheme}: URL given")

    @classmethod
    def configured(cls, settings: AlertSettings) -> Sequence[Self]:
        links = Links(settings.desk_url, settings.kibana_url)
        return [cls(url, links) for url in settings.apprise_urls.get_secret_value().split()]

    async def deliver(self, delivery: Delivery) -> None:
        notice = delivery.notice
        urgent = any(alert.severity == "high" for alert in notice.alerts)
        try:
            async with asyncio.timeout(TIMEOUT_S):
                taken = await self._apprise.async_notify(
                    title=title(notice),
                    body=(notice_html if self._html else notice_text)(notice, self._links),
                    notify_type=NotifyType.WARNING if urgent else NotifyType.INFO,
                    body_format=NotifyFormat.HTML if self._html else NotifyFormat.TEXT,
                )
        except TimeoutError:
            raise NotDeliveredError(f"{self.name} did not answer within {TIMEOUT_S:.0f} s") from None
        # A hundred plugins by a hundred authors: a bug in one must neither end the service nor stop the other channels.
        # Only the kind of error is told, since its text may hold the URL's token.
        except Exception as error:
            raise NotDeliveredError(f"{self.name} failed with {type(error).__name__}") from error
        if not taken:
            raise NotDeliveredError(f"{self.name} refused the alert or could not be reached")
