"""What a channel is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from schemas.notice import Notice
from services.runtime.settings import AlertSettings


class NotDeliveredError(Exception):
    """The channel did not take the notice; it is tried again later. Its text is one line without secrets.

    `after` is how many seconds the channel asked us to wait.
    """

    def __init__(self, reason: str, after: float = 0.0) -> None:
        super().__init__(reason)
        self.after = after


@dataclass(frozen=True, slots=True)
class Delivery:
    """A notice on its way to one channel. `id` is the same at each attempt, `attempt` counts from 1."""

    id: str
    notice: Notice
    attempt: int = 1


class Channel(ABC):
    """One place that notices are sent to. `name` is kept in documents, so it holds no secret.

    An attempt ends within `services.alert.delivery.LEASE`, else another worker takes it for dead and sends it too.
    """

    name: str

    @classmethod
    @abstractmethod
    def configured(cls, settings: AlertSettings) -> Sequence[Self]:
        """The channels of this kind that the settings ask for; SettingsError for one that cannot be."""

    @abstractmethod
    async def deliver(self, delivery: Delivery) -> None:
        """Returns when the channel has taken it. Raises NotDeliveredError."""
