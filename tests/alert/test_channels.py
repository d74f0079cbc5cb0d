"""Channels: every file is registered, their names are stable and hold no secret."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from email import message_from_string
from pathlib import Path
from typing import Any

import pytest

from services.alert import channels
from services.alert.channels import CHANNELS, configured
from services.alert.channels.apprise_urls import AppriseUrl
from services.alert.channels.channel import Channel, Delivery, NotDeliveredError
from services.alert.channels.console import Console
from services.runtime.settings import AlertSettings, SettingsError
from tests.alert.articles import a_notice, an_alert

DELIVERY = Delivery("d" * 32, a_notice())


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
    await Console().deliver(DELIVERY)
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
    await AppriseUrl("json://localhost").deliver(Delivery("d" * 32, a_notice(alerts=[an_alert(severity="high")])))
    [message] = notified
    assert message["title"] == "Niger: soldiers on television (Example Wire)"
    assert "removed President Bazoum" in message["body"]


async def test_mail_is_html_unless_plain_is_asked_for_and_a_chat_is_text(notified: list[dict[str, Any]]) -> None:
    urls = ("mailto://user:pw@example.org", "mailtos://user:pw@example.org?format=text", "json://localhost")
    for url in urls:
        await AppriseUrl(url).deliver(DELIVERY)
    assert [message["body"].lstrip().startswith("<!DOCTYPE html>") for message in notified] == [True, False, False]
    assert [message["body_format"] for message in notified] == ["html", "text", "text"]


async def test_a_mail_is_shown_as_html_and_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """By apprise's own mail plugin, up to the connection."""
    sent: list[str] = []

    class Server:
        def __init__(self, *_: Any, **__: Any) -> None: ...

        def ehlo(self) -> None: ...

        def starttls(self, **_: Any) -> None: ...

        def login(self, *_: Any) -> None: ...

        def sendmail(self, _from: str, _to: list[str], message: str) -> None:
            sent.append(message)

        def quit(self) -> None: ...

    monkeypatch.setattr("smtplib.SMTP", Server)
    monkeypatch.setattr("smtplib.SMTP_SSL", Server)
    arabic = a_notice(alerts=[an_alert(language="ar", headline="انقلاب في النيجر", quote="أعلن الجنود")])
    await AppriseUrl("mailto://user:pw@example.org?to=desk@example.org").deliver(Delivery("d" * 32, arabic))
    parts = {
        part.get_content_type(): part.get_payload(decode=True).decode()  # type: ignore[union-attr]  # bytes, as asked
        for part in message_from_string(sent[0]).walk() if not part.is_multipart()
    }
    assert 'dir="rtl"' in parts["text/html"]
    assert "<script" not in parts["text/html"]
    for text in parts.values():
        assert "انقلاب في النيجر" in text
        assert "removed" not in text


def test_addresses_may_come_from_a_file_and_are_never_shown(tmp_path: Path) -> None:
    path = tmp_path / "urls"
    path.write_text("json://user:hunter2@localhost/a\njson://localhost/b\n")
    found = AlertSettings.model_validate({"HARMATTAN_ALERT_URLS_FILE": path, "HARMATTAN_ALERT_CONSOLE": False})
    assert len(configured(found)) == 2
    assert "hunter2" not in repr(found)


@pytest.mark.parametrize("answer", [False, None])
async def test_a_channel_that_refuses_is_tried_again(monkeypatch: pytest.MonkeyPatch, answer: bool | None) -> None:
    async def notify(*_: Any, **__: Any) -> bool | None:
        return answer

    monkeypatch.setattr("apprise.Apprise.async_notify", notify)
    with pytest.raises(NotDeliveredError, match="refused the alert"):
        await AppriseUrl("json://localhost").deliver(DELIVERY)


async def test_a_channel_that_hangs_is_given_up_for_now(monkeypatch: pytest.MonkeyPatch) -> None:
    async def notify(*_: Any, **__: Any) -> bool:
        await asyncio.Event().wait()
        return True

    monkeypatch.setattr("apprise.Apprise.async_notify", notify)
    monkeypatch.setattr("services.alert.channels.apprise_urls.TIMEOUT_S", 0.01)
    with pytest.raises(NotDeliveredError, match="did not answer"):
        await AppriseUrl("json://localhost").deliver(DELIVERY)


async def test_a_channel_that_breaks_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin of apprise may raise whatever it likes; the alert must not end the service."""
    async def notify(*_: Any, **__: Any) -> bool:
        raise TypeError("a bug in a plugin")

    monkeypatch.setattr("apprise.Apprise.async_notify", notify)
    with pytest.raises(NotDeliveredError):
        await AppriseUrl("json://localhost").deliver(DELIVERY)
