"""Webhooks: signed, followed nowhere, and doubled only where the receiver's answer was lost."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio

from deploy.local.settings import repository_root
from schemas.notice import Notice
from services.alert.channels import configured
from services.alert.channels.channel import Delivery, NotDeliveredError
from services.alert.channels.webhook import LONGEST_WAIT_S, Webhook
from services.alert.deliveries import Deliveries
from services.alert.signature import signature
from services.runtime.log import quiet
from services.runtime.settings import AlertSettings, SettingsError
from tests.alert.articles import a_notice, an_alert
from tests.alert.desk import Desk
from tests.alert.receiver import Receiver, receiver

SECRET = "correct horse battery staple"
DELIVERY = Delivery("d" * 32, a_notice(), attempt=2)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Receiver]:
    async with receiver(SECRET) as one:
        yield one


def settings(urls: str = "", **more: str) -> AlertSettings:
    return AlertSettings.model_validate({
        "HARMATTAN_WEBHOOK_URLS": urls, "HARMATTAN_ALERT_CONSOLE": False, "HARMATTAN_WEBHOOK_SECRET": SECRET, **more,
    })


async def test_it_is_signed_named_and_holds_the_whole_notice(server: Receiver) -> None:
    await Webhook(server.url, SECRET, clock=lambda: 1690401600.9).deliver(DELIVERY)
    [request] = server.requests
    assert server.genuine(request)
    assert request.headers["x-harmattan-timestamp"] == "1690401600"
    assert request.headers["x-harmattan-delivery"] == "d" * 32
    assert request.headers["x-harmattan-attempt"] == "2"
    assert request.headers["idempotency-key"] == a_notice().id
    assert request.headers["content-type"] == "application/json"
    assert Notice.model_validate(request.json()) == a_notice()
    assert request.json()["title"] == "Niger: soldiers on television (Example Wire)"
    assert request.json()["text"].startswith("ALERT niger-2023")


async def test_the_check_in_the_readme_takes_what_is_genuine_and_fresh_and_nothing_else(server: Receiver) -> None:
    [check] = re.findall(r"```python\n(import hashlib.*?)```", (repository_root() / "README.md").read_text(), re.DOTALL)
    names: dict[str, Any] = {}
    exec(check, names)
    await Webhook(server.url, SECRET).deliver(DELIVERY)
    await Webhook(server.url, SECRET, clock=lambda: time.time() - 301).deliver(DELIVERY)
    now, old = ((httpx.Headers(request.headers), request.body) for request in server.requests)
    assert names["genuine"](*now, SECRET.encode())
    assert not names["genuine"](*old, SECRET.encode())
    assert not names["genuine"](*now, b"another secret")
    assert not names["genuine"](now[0], now[1] + b" ", SECRET.encode())


async def test_a_changed_body_timestamp_or_secret_is_found_out(server: Receiver) -> None:
    await Webhook(server.url, SECRET).deliver(DELIVERY)
    [request] = server.requests
    request.body += b" "
    assert not server.genuine(request)
    request.body = request.body[:-1]
    assert server.genuine(request)
    request.headers["x-harmattan-timestamp"] += "0"
    assert not server.genuine(request)
    assert signature(b"a", "1", b"x") != signature(b"b", "1", b"x")


@pytest.mark.parametrize("status", [302, 307, 400, 401, 404, 410, 429, 500, 503])
async def test_any_other_answer_than_2xx_is_tried_again(server: Receiver, status: int) -> None:
    server.answers, server.more_headers = [status], f"location: {server.url}/elsewhere\r\n"
    with pytest.raises(NotDeliveredError, match=f"answered {status}") as caught:
        await Webhook(server.url, SECRET).deliver(DELIVERY)
    assert len(server.requests) == 1, "a redirect is not followed"
    assert "token" not in str(caught.value)


@pytest.mark.parametrize(
    ("header", "after"),
    [
        ("120", 120.0), (" 120 ", 120.0), ("999999", LONGEST_WAIT_S), ("soon", 0.0), ("-5", 0.0), ("٣", 0.0),
        ("Wed, 26 Jul 2023 20:02:00 GMT", 120.0), ("Wed, 26 Jul 2023 19:00:00 GMT", 0.0),
        ("Thu, 27 Jul 2023 20:00:00 GMT", LONGEST_WAIT_S), ("Wed, 26 Jul 2023 25:00:00 GMT", 0.0),
    ],
)
async def test_retry_after_is_kept_to_within_reason(header: str, after: float) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(503, headers=[(b"retry-after", header.encode())])

    client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    with pytest.raises(NotDeliveredError) as caught:
        await Webhook("http://example.org/", SECRET, client=client, clock=lambda: 1690401600.0).deliver(DELIVERY)
    assert caught.value.after == after


async def test_nobody_there_is_one_line_without_the_address() -> None:
    with pytest.raises(NotDeliveredError, match=r"^webhook-127\.0\.0\.1-[0-9a-f]{8} failed with ConnectError$"):
        await Webhook("http://127.0.0.1:1/hook?token=abc123", SECRET).deliver(DELIVERY)


async def test_a_receiver_that_hangs_is_given_up_for_now(server: Receiver) -> None:
    server.answers = ["hang"]
    # only the answer is waited for so shortly: a busy machine needs longer to connect
    client = httpx.AsyncClient(timeout=httpx.Timeout(None, read=0.05))
    with pytest.raises(NotDeliveredError, match="ReadTimeout"):
        await Webhook(server.url, SECRET, client=client).deliver(DELIVERY)


async def test_address_and_secret_are_in_no_log_line(server: Receiver, caplog: pytest.LogCaptureFixture) -> None:
    quiet()
    server.answers = [500]
    hook = Webhook(server.url, SECRET)
    with caplog.at_level(logging.DEBUG, logger="root"):
        with pytest.raises(NotDeliveredError):
            await hook.deliver(DELIVERY)
        await hook.deliver(DELIVERY)
    assert "abc123" not in caplog.text
    assert SECRET not in caplog.text
    assert SECRET not in repr(settings(server.url))
    assert "abc123" not in repr(settings(server.url))


def test_its_name_holds_host_and_no_secret() -> None:
    [name] = configured(settings("https://user:pw@hooks.example.org/T0KEN/x?key=abc123"))
    assert name.startswith("webhook-hooks.example.org-")
    assert not [secret for secret in ("pw", "T0KEN", "abc123") if secret in name]


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "example.org/hook", "http://", "http://[::1", "file:///etc/passwd"]
)
def test_an_address_that_is_none_stops_the_start(url: str) -> None:
    with pytest.raises(SettingsError, match="HARMATTAN_WEBHOOK_URLS: one of them is no") as caught:
        configured(settings(f"https://example.org/ {url}"))
    assert url not in str(caught.value)


@pytest.mark.parametrize("secret", ["", "short"])
def test_no_webhook_goes_unsigned(secret: str) -> None:
    with pytest.raises(SettingsError, match="HARMATTAN_WEBHOOK_SECRET: webhooks need a secret") as caught:
        configured(settings("https://example.org/", HARMATTAN_WEBHOOK_SECRET=secret))
    assert not secret or secret not in str(caught.value)


async def test_a_lost_answer_doubles_the_notice_under_the_same_key_and_nothing_else_does(server: Receiver) -> None:
    """Ten notices; the third one's answer is lost on the way, the seventh is refused."""
    desk = Desk()
    hook = Webhook(server.url, SECRET)
    deliveries = Deliveries(desk.server, {hook.name: hook}, desk.worker.metrics, desk.clock)
    server.answers = ["ok", "ok", "lost", "ok", "ok", "ok", 500]
    keys = [f"{at:032x}" for at in range(10)]
    for key in keys:
        await deliveries.add([a_notice(id=key, alerts=[an_alert(id=key)])])
        await deliveries.step()
        desk.passes(minutes=11)
    for _ in range(3):
        await deliveries.step()
        desk.passes(minutes=11)
    assert set(server.keys()) == set(keys)
    twice = sorted(key for key in keys if server.keys().count(key) == 2)
    assert len(server.keys()) == 12
    assert len(twice) == 2
    assert all(server.genuine(request) for request in server.requests)
    by_key = {key: [one for one in server.requests if one.headers["idempotency-key"] == key] for key in twice}
    for requests in by_key.values():
        assert len({one.headers["x-harmattan-delivery"] for one in requests}) == 1
        assert [one.headers["x-harmattan-attempt"] for one in requests] == ["1", "2"]
        assert len({one.body for one in requests}) == 1
    states = [source["state"] for source in desk.server.deliveries.values()]
    assert states == ["delivered"] * 10


async def test_a_receiver_that_forgets_nothing_takes_each_notice_once(server: Receiver) -> None:
    """What the key is for: whatever is lost or killed, a receiver that looks at it has each alert once."""
    desk = Desk()
    server.answers = ["lost", "lost", "ok", "lost"]
    hook = Webhook(server.url, SECRET)
    keys = [f"{at:032x}" for at in range(6)]
    await Deliveries(desk.server, {hook.name: hook}, desk.worker.metrics, desk.clock).add(
        [a_notice(id=key, alerts=[an_alert(id=key)]) for key in keys]
    )
    for _ in range(8):  # a new worker each time, as after a kill
        desk.passes(minutes=11)
        step = asyncio.create_task(
            Deliveries(desk.server, {hook.name: hook}, desk.worker.metrics, desk.clock).step()
        )
        await step
    assert sorted(dict.fromkeys(server.keys())) == keys
