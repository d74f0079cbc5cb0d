"""Channels: every file is registered, their names are stable and hold no secret."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from typing import Any

import pytest

from services.alert import channels
from services.alert.channels import CHANNELS, configured
from services.alert.channels.apprise_urls import AppriseUrl
from services.alert.channels.channel import Channel, NotDeliveredError
from services.alert.channels.console import Console
from services.runtime.settings import AlertSettings, SettingsError
from tests.alert.articles import an_alert


def settings(urls: str = "", console: bool = True) -> AlertSettings:
    return AlertSettings(HARMATTAN_ALERT_URLS=urls, HARMATTAN_ALERT_CONSOLE=console)


def test_every_file_of_the_folder_is_registered() -> None:
    found: set[type[Channel]] = set()
    for module in pkgutil.iter_modules(channels.__path__):
        for one in vars(importlib.import_module(f"{channels.__name__}.{module.name}")).values():
            if isinstance(one, type) and issubclass(one, Channel) and one is not Channel:
                found.add(one)
    assert found == set(CHANNELS)


def test_the_console_can_be_switched_off() -> None:
    assert list(configured(settings())) == ["console"]
    assert configured(settings(console=False)) == {}


async def test_the_console_prints_the_alert_and_a_blank_line(capsys: pytest.CaptureFixture[str]) -> None:
    await Console().deliver(an_alert())
    printed = capsys.readouterr().out
    assert printed.startswith("ALERT niger-2023")
    assert printed.endswith("\n\n")


def test_every_url_is_a_channel_whose_name_holds_no_secret_and_stays_the_same() -> None:
    names = list(configured(settings("json://user:secret@localhost/a json://localhost/b", console=False)))
    assert len(set(names)) == 2
    assert all(name.startswith("json-") and "secret" not in name for name in names)
    again = list(configured(settings("json://localhost/b   json://user:secret@localhost/a", console=False)))
    assert sorted(again) == sorted(names)


@pytest.mark.parametrize("url", ["nothing://x", "hello", "mailto://"])
def test_a_url_that_nobody_knows_stops_the_start_without_showing_it(url: str) -> None:
    with pytest.raises(SettingsError, match="HARMATTAN_ALERT_URLS") as caught:
        configured(settings(f"{url}?token=secret" if "://" in url else url))
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.fixture
def notified(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What apprise was asked to send; it says yes."""
    seen: list[dict[str, Any]] = []

    async def notify(_: Any, **message: Any) -> bool:
        seen.append(message)
        return True

    monkeypatch.setattr("apprise.Apprise.async_notify", notify)
    return seen


async def test_apprise_gets_a_line_for_the_phone_and_the_whole_alert(notified: list[dict[str, Any]]) -> None:
    await AppriseUrl("json://localhost").deliver(an_alert(severity="high"))
    [message] = notified
    assert message["title"] == "Niger: soldiers on television (Example Wire)"
    assert "removed President Bazoum" in message["body"]


@pytest.mark.parametrize("answer", [False, None])
async def test_a_channel_that_refuses_is_tried_again(monkeypatch: pytest.MonkeyPatch, answer: bool | None) -> None:
    async def notify(*_: Any, **__: Any) -> bool | None:
        return answer

    monkeypatch.setattr("apprise.Apprise.async_notify", notify)
    with pytest.raises(NotDeliveredError, match="refused the alert"):
        await AppriseUrl("json://localhost").deliver(an_alert())


async def test_a_channel_that_hangs_is_given_up_for_now(monkeypatch: pytest.MonkeyPatch) -> None:
    async def notify(*_: Any, **__: Any) -> bool:
        await asyncio.Event().wait()
        return True

    monkeypatch.setattr("apprise.Apprise.async_notify", notify)
    monkeypatch.setattr("services.alert.channels.apprise_urls.TIMEOUT_S", 0.01)
    with pytest.raises(NotDeliveredError, match="did not answer"):
        await AppriseUrl("json://localhost").deliver(an_alert())


async def test_a_channel_that_breaks_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin of apprise may raise whatever it likes; the alert must not end the service."""
    async def notify(*_: Any, **__: Any) -> bool:
        raise TypeError("a bug in a plugin")

    monkeypatch.setattr("apprise.Apprise.async_notify", notify)
    with pytest.raises(NotDeliveredError):
        await AppriseUrl("json://localhost").deliver(an_alert())
