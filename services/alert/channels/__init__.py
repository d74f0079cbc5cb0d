"""Where an alert goes besides the topic and the index: one file per channel, one line here registers it."""

from __future__ import annotations

from services.alert.channels.apprise_urls import AppriseUrl
from services.alert.channels.channel import Channel
from services.alert.channels.console import Console
from services.alert.channels.webhook import Webhook
from services.runtime.settings import AlertSettings

CHANNELS: tuple[type[Channel], ...] = (Console, AppriseUrl, Webhook)


def configured(settings: AlertSettings) -> dict[str, Channel]:
    """Every channel that the settings ask for, by a name that stays the same over restarts."""
    return {channel.name: channel for kind in CHANNELS for channel in kind.configured(settings)}
