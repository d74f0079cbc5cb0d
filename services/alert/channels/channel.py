"""What a channel is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Self

from schemas.alert import Alert
from services.runtime.settings import AlertSettings


class NotDeliveredError(Exception):
    """The channel did not take the alert; it is tried again later. Its text is one line without secrets."""


class Channel(ABC):
    """One place that alerts are sent to. `name` is kept in the alert's document, so it holds no secret."""

    name: str

    @classmethod
    @abstractmethod
    def configured(cls, settings: AlertSettings) -> Sequence[Self]:
        """The channels of this kind that the settings ask for; SettingsError for one that cannot be."""

    @abstractmethod
    async def deliver(self, alert: Alert) -> None:
        """Returns when the channel has taken it. Raises NotDeliveredError."""
