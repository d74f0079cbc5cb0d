"""What `harmattan sources check` says of sources that a real server has."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import orjson
import pytest
import structlog

from schemas.source import Source
from schemas.source_state import SourceState
from services.cli import collecting, polling
from services.cli.problem import Problem
from services.cli.sources import added, imported
from services.collect.discover import Candidate
from services.collect.poll import MAX_PAGES
from services.runtime.settings import CollectSettings
from services.sources.catalogue import Entry
from tests.cli.conftest import Harmattan
from tests.collect.feeds import item, rss
from tests.collect.server import running


def test_check_counts_bare_addresses_too_and_says_who_fails(capsys: pytest.CaptureFixture[str]) -> None:
    settings = CollectSettings.model_validate({"HARMATTAN_COLLECT_ALLOW": "127.0.0.0/8"})
    with running() as server:
        server.serve("/feed", rss(item(1), item(2)))
        server.serve("/map", b"".join((
            b"<urlset>", *(b"<url><loc>https://sahel.example.org/%d</loc></url>" % at for at in range(3)), b"</urlset>",
        )))
        kinds = {"feed": "feed", "map": "sitemap", "lost": "feed"}
        sources = [
            Source.model_validate({"id": name, "name": name, "kind": kind, "address": server.url(f"/{name}")})
            for name, kind in kinds.items()
        ]
        assert polling.check(sources, settings) == 1
    said = capsys.readouterr().out
    for line in ("✓ feed  2 items", "✓ map  3 items", "✗ lost  0 items: HTTP status 404"):
        assert line in said


def test_an_address_that_is_longer_than_a_name_may_be_is_checked(
    harmattan: Harmattan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARMATTAN_COLLECT_ALLOW", "127.0.0.0/8")
    path = f"/rss/search?q={'niamey+OR+' * 30}agadez"
    with running() as server:
        server.serve(path, rss(item(1)))
        ended = harmattan("sources", "check", server.url(path))
    assert (ended.code, ended.out.endswith("  1 item\n")) == (0, True), ended


PAGE = "<html lang='en'><body><article><h1>Niger: report {0}</h1><p>" + (
    "The border of Niger at post {0} is closed, said the envoy of the region on Sunday. " * 5
) + "</p></article></body></html>"
SETTINGS = CollectSettings.model_validate({"HARMATTAN_COLLECT_ALLOW": "127.0.0.0/8", "HARMATTAN_COLLECT_TIMEOUT": 2})


@pytest.mark.parametrize(("path", "kind", "watched"), [
    ("/feed/", None, "feed"), ("/flux.xml", None, "feed"), ("/news-sitemap.xml", None, "sitemap"),
    ("/niger", "page", "page"), ("/", "feed", "feed"),
])
@pytest.mark.parametrize("status", [429, 503])
def test_a_source_that_is_away_for_the_moment_can_be_watched(
    path: str, kind: str | None, watched: str, status: int
) -> None:
    with running() as server:
        server.serve(path, b"", status)
        [found] = collecting.discovered(server.url(path), SETTINGS, kind)
    source = collecting.source({"id": "a", "name": found.title, "kind": found.kind, "address": found.address})
    assert (source.kind, source.name) == (watched, "127.0.0.1")
    assert added(source, found).endswith(f"; it is away now (HTTP status {status}) and will be asked again by itself")


def test_a_server_that_does_not_answer_is_away_and_one_that_does_not_have_it_is_not() -> None:
    assert collecting.discovered("http://127.0.0.1:1/rss", SETTINGS)[0].away
    with running() as server:
        server.serve("/gone", b"", 410)
        for path in ("/nowhere.xml", "/gone"):
            with pytest.raises(Problem):
                collecting.discovered(server.url(path), SETTINGS, "feed")
        with pytest.raises(Problem, match="is not a public address"):
            collecting.discovered("http://10.0.0.1/rss", SETTINGS, "feed")


def test_an_address_that_is_watched_already_keeps_what_is_not_said_again() -> None:
    found = Candidate("feed", "https://sahel.example.org/feed", "Sahel", "fr-FR", 3, ())
    said = {"id": None, "name": None, "language": None, "country": None, "pace": None}
    new = collecting.defined(found, (), **said)
    assert (new.id, new.name, new.language) == ("sahel.example.org-feed", "Sahel", "fr")
    own = new.model_copy(update={"id": "mine", "name": "Mine", "language": "ha", "country": "NE"})
    again = collecting.defined(found, [Entry(own, None, of_the_seeds=True)], **{**said, "pace": 600})
    assert again == own.model_copy(update={"pace": 600})
    assert collecting.defined(found, [Entry(own, None, of_the_seeds=True)], **{**said, "id": "b"}).name == "Sahel"


@pytest.mark.parametrize(("said", "of", "code"), [
    ("fr-FR", "language", "fr"), (" HA ", "language", "ha"), ("pt_BR", "language", "pt"), ("ne", "country", "NE"),
    ("french", "language", None), ("中文", "language", None), (None, "country", None),
])
def test_a_code_is_found_in_what_is_said(said: str | None, of: str, code: str | None) -> None:
    assert collecting.code(said, of) == code


def test_a_code_that_a_person_gave_is_one_or_a_problem() -> None:
    assert collecting.code("NE", "country", typed=True) == "NE"
    assert collecting.code(None, typed=True) is None
    with pytest.raises(Problem, match="--country is a code of 2 letters, not 'NER'"):
        collecting.code("NER", "country", typed=True)


def test_an_id_stays_with_its_host_also_of_a_source_that_was_removed() -> None:
    old = Source(id="sahel", name="Sahel", address="https://www.sahel.example.org/feed", removed=True)
    known = [Entry(old, None, of_the_seeds=False)]
    collecting.check_ids([old.model_copy(update={"address": "http://sahel.example.org/rss", "removed": False})], known)
    with pytest.raises(Problem, match=r"^sahel is the id of https://www\.sahel\.example\.org/feed; give"):
        collecting.check_ids([old.model_copy(update={"address": "https://other.example.org/feed"})], known)


def test_a_list_in_a_narrow_terminal_cuts_no_id_short(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ids = ["sahel.example.org-fr-flux", "sahel.example.org-ha-labarai-da-dumi-duminsu"]
    state = SourceState(id=ids[1], address="https://sahel.example.org/feed", interval=900, polls=1, fails=1,
                        polled=1, problem="no whole answer within 30 s")
    sources = [Source(id=one, name="Sahel", address="https://sahel.example.org/feed") for one in ids]
    collecting.show([Entry(one, state, of_the_seeds=True) for one in sources], json=False)
    shown = capsys.readouterr().out
    first = "".join(line[1:].partition("│")[0].strip() for line in shown.splitlines() if line.startswith("│"))
    assert [one in first.replace(" ?", "") for one in ids] == [True, True]
    assert "…" not in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_what_a_person_gave_is_not_repeated_at_length_where_it_is_wrong() -> None:
    with pytest.raises(Problem) as raised:
        collecting.source({"id": "a", "name": "a", "address": "https://sahel.example.org/" + "a" * 5000})
    assert len(str(raised.value)) < 250


def test_a_page_without_a_text_of_its_own_says_which_feed_it_names() -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed"><body>Menu</body>'
    with running() as server:
        server.serve("/front", f"<html><head>{link}</html>".encode(), Content_Type="text/html")
        server.serve("/feed", rss(item(1)))
        with pytest.raises(Problem, match=rf"what it names can be fed: {server.url('/feed')}$"):
            polling.fetch(server.url("/front"), SETTINGS)


@pytest.mark.parametrize(("typed", "meant"), [
    ("feed://sahel.example.org/feed", "https://sahel.example.org/feed"),
    ("feed:HTTP://sahel.example.org/feed", "http://sahel.example.org/feed"),
])
def test_the_scheme_of_feeds_is_that_of_the_web(typed: str, meant: str) -> None:
    assert collecting.with_scheme(typed) == meant


def test_a_feed_is_fetched_by_the_scheme_of_feeds() -> None:
    with running() as server:
        server.serve("/feed", rss(item(1), item(2)))
        assert len(polling.fetch(server.url("/feed").replace("http:", "feed:"), SETTINGS)) == 2


def test_all_items_of_a_feed_are_fetched_with_their_pages() -> None:
    with running() as server:
        places = range(MAX_PAGES + 3)
        server.serve("/feed", rss(*(item(at, "A teaser.", link=server.url(f"/page/{at}")) for at in places)))
        for at in places:
            server.serve(f"/page/{at}", PAGE.format(at).encode(), Content_Type="text/html")
        settings = SETTINGS.model_copy(update={"host_pause_s": 0.0, "timeout_s": 30.0})
        found = [orjson.loads(value) for value in polling.fetch(server.url("/feed"), settings)]
    assert sorted(one["title"] for one in found) == sorted(f"Niger: report {at}" for at in places)
    assert all("said the envoy" in one["text"] for one in found)


def test_of_a_site_that_is_away_a_person_has_to_say_what_it_is() -> None:
    with running() as server:
        server.serve("/", b"", 503)
        with pytest.raises(Problem, match="HTTP status 503; ask again later, or say what it is"):
            collecting.discovered(server.url("/"), SETTINGS)


@pytest.fixture
def logs() -> Iterator[None]:
    level = logging.getLogger("aiokafka").level
    yield
    logging.getLogger("aiokafka").setLevel(level)
    structlog.reset_defaults()


@pytest.mark.usefixtures("logs")
def test_no_log_is_mixed_into_what_a_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    collecting.settings()
    structlog.get_logger("harmattan").warning("waiting for Kafka")
    logging.getLogger("aiokafka.consumer.fetcher").error("Failed fetch offsets from 1")
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "waiting for Kafka" in printed.err
    assert "Failed fetch" not in printed.err


@pytest.mark.parametrize(("new", "known", "line"), [
    (2, 1, "watching 2 more sources; 1 of the file was known"),
    (1, 3, "watching 1 more source; 3 of the file were known"),
    (0, 2, "watching no more sources; 2 of the file were known"), (4, 0, "watching 4 more sources"),
])
def test_what_became_of_a_list_of_feeds_is_said_in_grammatical_english(new: int, known: int, line: str) -> None:
    assert imported(new, known) == line
