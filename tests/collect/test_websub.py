"""Hubs are asked, believed only where they prove themselves, and can do no more than have a source polled."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

import pytest

from schemas.source import Source
from schemas.source_state import SourceState
from services.collect import websub
from services.fetch.answer import Answer

NOW = 1_690_500_000_000
SOURCE = Source(id="exemple", name="Exemple", address="https://www.sahel.example.org/feed")
STATE = SourceState(
    id="exemple", address=SOURCE.address, interval=900, hub="https://hub.example/", topic="https://sahel.example.org/self"
)
BASE, SECRET = "https://news.example.org/harmattan/", "a token"


def asked(state: SourceState = STATE) -> websub.Subscription:
    found = websub.due(SOURCE, state, BASE, SECRET, NOW)
    assert found
    return found


def key_of(form: dict[str, str]) -> str:
    return urlsplit(form["hub.callback"]).path.rpartition("/")[2]


def test_a_hub_is_asked_once_and_again_before_the_lease_ends() -> None:
    form = asked().form
    assert form["hub.topic"] == "https://sahel.example.org/self"
    assert form["hub.callback"].startswith("https://news.example.org/harmattan/websub/sahel.example.org/exemple/")
    lately = STATE.model_copy(update={"subscribed": NOW - 1000})
    assert websub.due(SOURCE, lately, BASE, SECRET, NOW) is None
    assert websub.due(SOURCE, lately, BASE, SECRET, NOW + websub.RENEWED_MS) is not None


@pytest.mark.parametrize(
    ("changes", "callback", "secret"),
    [({"hub": None}, BASE, SECRET), ({}, "", SECRET), ({}, BASE, ""), ({"fails": 1}, BASE, SECRET)],
)
def test_nobody_is_asked_without_a_hub_a_callback_or_a_secret(
    changes: dict[str, object], callback: str, secret: str
) -> None:
    assert websub.due(SOURCE, STATE.model_copy(update=changes), callback, secret, NOW) is None


def test_a_hub_is_told_that_we_asked_and_nobody_else_is() -> None:
    form = dict(asked().form)
    query = {"hub.mode": "subscribe", "hub.topic": form["hub.topic"], "hub.challenge": "42"}
    assert websub.confirm(query, SECRET, "exemple", key_of(form)) == "42"
    assert websub.confirm({**query, "hub.topic": "https://evil.example/"}, SECRET, "exemple", key_of(form)) is None
    assert websub.confirm({**query, "hub.mode": "unsubscribe"}, SECRET, "exemple", key_of(form)) is None
    assert websub.confirm(query, SECRET, "another", key_of(form)) is None
    assert websub.confirm(query, SECRET, "exemple", "0" * 40) is None
    assert websub.confirm(query, "", "exemple", key_of(form)) is None


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_what_a_hub_signs_is_its_own(method: str) -> None:
    secret = asked().form["hub.secret"].encode()
    signature = f"{method}={hmac.new(secret, b'<rss/>', method).hexdigest()}"
    assert websub.is_from_hub(b"<rss/>", signature, SECRET, "exemple")
    assert not websub.is_from_hub(b"<rss> </rss>", signature, SECRET, "exemple")
    assert not websub.is_from_hub(b"<rss/>", signature, SECRET, "another")


@pytest.mark.parametrize("signature", ["", "sha256", "sha256=", "md5=0", "sha256=é", "=0"])
def test_what_nobody_signed_is_nothing(signature: str) -> None:
    assert not websub.is_from_hub(b"<rss/>", signature, SECRET, "exemple")


@pytest.mark.parametrize(("header", "found"), [
    ('<https://hub.example/>; rel="hub"', "https://hub.example/"),
    ('<https://a.example/feed>; rel="self", </hub>; title="x, y"; rel=hub', "https://a.example/hub"),
    ('<https://hub.example/>; REL="alternate HUB"', "https://hub.example/"),
    ('<ftp://hub.example/>; rel="hub"', None), ('<http://[x>; rel="hub"', None),
    ('<https://a.example/>; rel="self"', None),
    ("hub", None), ("", None), ("<é>; rel=\"é\", <>; rel, ;=, <\ud800>", None),
    ("<" * 2000, None), ("<a>;" * 500, None),
])
def test_a_hub_that_only_the_header_names_is_known(header: str, found: str | None) -> None:
    assert websub.linked(Answer("https://a.example/feed", 200, {"link": header}), "hub") == found
