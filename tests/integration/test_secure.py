"""The whole pipeline with TLS, SCRAM and ACLs on the real broker, and a key at the door of Elasticsearch."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from deploy.local.desk import OFFLINE
from deploy.local.ports import free_ports
from deploy.local.settings import repository_root
from services.access import roles
from services.cli.problem import Problem
from services.cli.status import look
from tests.integration.articles import coup, harmless
from tests.integration.desk import SERVICES, own_word
from tests.integration.secure import ADMIN, SecureDesk, secure_desk
from tests.integration.waiting import until
from tests.tls import certificate, shaking_hands

pytestmark = pytest.mark.integration

READER, FEED, OPERATOR, SETUP = "harmattan-reader", "harmattan-feed", "harmattan-operator", "harmattan-setup"
DESK = "harmattan-desk"


@pytest.fixture(scope="module")
def secure() -> Iterator[SecureDesk]:
    """Users, rights, topics and indexes as an administrator makes them, then the services, each as itself."""
    with secure_desk() as desk:
        for user, password in desk.passwords.items():
            desk.give_password(user, password)
        applied = desk.command(ADMIN, "access", "kafka", "--apply")
        assert applied.returncode == 0, applied.stderr
        made = desk.command(SETUP, "setup")
        assert made.returncode == 0, made.stderr
        for service in SERVICES:
            # at debug, where a client that shows its settings would do so
            desk.worker(service, HARMATTAN_LOG_LEVEL="debug", **OFFLINE)
        until(lambda: idle(desk), lambda found: found == [], 120, "every service has partitions")
        yield desk


def idle(desk: SecureDesk) -> list[str]:
    """The services without partitions; all of them while the broker has no coordinator for their groups yet."""
    try:
        return [name for name, state in look(desk.connections(READER)).services.items() if not state.workers]
    except Problem:
        return list(SERVICES)


def fed(desk: SecureDesk, *articles: object) -> None:
    lines = b"\n".join(a if isinstance(a, bytes) else json.dumps(a).encode() for a in articles)
    done = desk.command(FEED, "feed", "-", stdin=lines)
    assert done.returncode == 0, done.stderr


def settled(desk: SecureDesk) -> None:
    reader = desk.connections(READER)
    until(lambda: look(reader), lambda now: now.in_flight == 0 and now.lag == 0, 90, "nothing in flight")


def begun(desk: SecureDesk, service: str, **instead: str) -> subprocess.CompletedProcess[str]:
    """A worker that should end by itself."""
    environ = {**desk.environ, **desk.as_user(f"harmattan-{service}"), "HARMATTAN_WEB_PORT": "0", **instead}
    return subprocess.run(
        [sys.executable, "-m", f"services.{service}"], cwd=repository_root(), env=environ, capture_output=True,
        text=True, timeout=60,
    )


def is_one_line_and_2(done: subprocess.CompletedProcess[str], desk: SecureDesk) -> str:
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert [line for line in lines if line.startswith("harmattan: ")] == lines[-1:], done.stderr
    assert not any("Traceback" in line for line in lines)
    assert not any(secret in done.stderr for secret in desk.secrets())
    return lines[-1]


def test_an_article_goes_all_the_way_and_alerts(secure: SecureDesk) -> None:
    word = own_word()
    fed(secure, coup(word), harmless(word, 1))
    settled(secure)
    found = secure.command(READER, "search", word, "--json")
    assert len(found.stdout.splitlines()) == 2, found.stderr
    alerts = secure.command(READER, "alerts", "--json")
    assert word in alerts.stdout.decode(), alerts.stderr
    status = secure.command(READER, "status")
    assert status.returncode == 0, status.stdout
    assert secure.door.refused == [], "a service did what its role does not say"


def test_a_dead_letter_holds_no_secret_and_is_replayed_by_the_operator(secure: SecureDesk) -> None:
    secure.broker.produce("articles.normalized", [b"{}"], **secure.producing(ADMIN))
    [letter] = until(
        lambda: [json.loads(line) for line in
                 secure.command(OPERATOR, "dead", "list", "--json").stdout.splitlines()],
        lambda seen: len(seen) == 1, 60, "a dead letter",
    )
    assert not any(secret in json.dumps(letter) for secret in secure.secrets())
    done = secure.command(OPERATOR, "dead", "replay", letter["id"])
    assert (done.returncode, done.stdout) == (0, b"1 dead letters replayed\n"), done.stderr
    settled(secure)


def test_no_secret_is_in_a_log_or_a_command_line(secure: SecureDesk) -> None:
    logs = [path for path in secure.stack.log.rglob("*") if path.is_file()]
    assert {f"{name}.log" for name in SERVICES} <= {path.name for path in logs}
    for path in logs:
        text = path.read_text(errors="replace")
        assert not [secret for secret in secure.secrets() if secret in text], path
    for pid in secure.pids().values():
        command = Path(f"/proc/{pid}/cmdline").read_text()
        assert not [secret for secret in secure.secrets() if secret in command]


def test_nobody_may_more_than_the_role_says(secure: SecureDesk) -> None:
    done = secure.command(READER, "feed", "-", stdin=b'{"title": "Niger"}')
    assert (done.returncode, done.stderr) == (2, b"harmattan: no right to WRITE topic articles.raw; "
                                                 b"see: harmattan access\n")
    wrong = secure.command("harmattan-alert", "dead", "list")
    assert wrong.returncode == 2
    assert b"no right to do this" in wrong.stderr
    assert secure.door.refused.pop()[0] == "harmattan-alert"


@pytest.fixture
def pages(secure: SecureDesk) -> Iterator[httpx.Client]:
    """The pages of the desk that runs as its own user, and no more than that."""
    [port] = free_ports(1)
    environ = {**secure.environ, **secure.as_user(DESK), **OFFLINE, "HARMATTAN_DESK_PORT": str(port)}
    with (secure.stack.log / "desk.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "services.desk"], cwd=repository_root(), env=environ, stdout=log, stderr=log
        )
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=30) as client:
            until(lambda: _status(client, "/readyz"), lambda status: status == 200, 60, "the desk is ready")
            yield client
    finally:
        process.terminate()
        process.wait(15)


def _status(client: httpx.Client, path: str) -> int:
    try:
        return client.get(path).status_code
    except httpx.HTTPError:
        return 0


def test_the_desk_shows_all_it_has_and_handles_an_alert_with_the_rights_of_its_role(
    secure: SecureDesk, pages: httpx.Client
) -> None:
    word, refused = own_word(), len(secure.door.refused)
    fed(secure, coup(word))
    settled(secure)
    for path in ("/", "/alerts", "/stories", "/map", "/dead", f"/search?q={word}", "/api/saved",
                 "/api/timeline?q=Niger", "/feeds/alerts.atom"):
        answer = pages.get(path)
        assert answer.status_code == 200, (path, answer.text)
    assert word in pages.get(f"/search?q={word}").text
    health = until(lambda: pages.get("/health").text, lambda text: "are being read" not in text, 60, "a look at all")
    assert "Everything adds up, and every service runs." in health, health
    assert "No source is watched" in health, health
    page = pages.get("/alerts").text
    field = re.search(r'name="form_token" value="([^"]+)"', page)
    action = re.search(r'action="(/alerts/[^"]+/triage)"', page)
    assert field, page
    assert action, page
    done = pages.post(action[1], data={"form_token": field[1], "by": "Aïcha", "action": "acknowledge"})
    assert done.status_code == 303, done.text
    assert "Aïcha" in pages.get("/alerts").text
    assert secure.door.refused[refused:] == []


def test_the_desk_may_neither_feed_nor_name_a_search(secure: SecureDesk) -> None:
    refused = len(secure.door.refused)
    done = secure.command(DESK, "feed", "-", stdin=b'{"title": "Niger"}')
    assert (done.returncode, done.stdout) == (2, b""), done
    assert b"no right to WRITE topic articles.raw" in done.stderr
    saved = secure.command(DESK, "search", "Niger", "--save", "mine")
    assert saved.returncode == 2, saved
    assert {user for user, _, _ in secure.door.refused[refused:]} == {DESK}
    del secure.door.refused[refused:]


def test_a_service_without_its_rights_ends_with_one_line(secure: SecureDesk) -> None:
    line = is_one_line_and_2(begun(secure, "ingest", **secure.as_user("harmattan-enrich")), secure)
    assert "topic articles.raw" in line


def test_a_wrong_password_ends_a_service_with_one_line(secure: SecureDesk) -> None:
    secure.write("wrong", "not-to-be-seen either")
    done = begun(secure, "enrich", KAFKA_PASSWORD_FILE=str(secure.folder / "wrong"))
    assert "wrong credentials for user harmattan-enrich" in is_one_line_and_2(done, secure)


@pytest.mark.parametrize("service", ["index", "alert"])
def test_a_wrong_key_ends_a_service_with_one_line(secure: SecureDesk, service: str) -> None:
    secure.write("wrong", "bm90OmtleQ==")
    done = begun(secure, service, ELASTICSEARCH_API_KEY_FILE=str(secure.folder / "wrong"))
    assert "wrong or no credentials (401)" in is_one_line_and_2(done, secure)


@pytest.mark.parametrize(("names", "expired", "says"), [
    (("127.0.0.1",), True, "certificate has expired"), (("another.example",), False, "mismatch"),
])
def test_a_certificate_that_is_not_good_ends_a_service_with_one_line(
    secure: SecureDesk, names: tuple[str, ...], expired: bool, says: str
) -> None:
    with shaking_hands(certificate(*names, expired=expired)) as port:
        kafka = begun(secure, "enrich", KAFKA_BOOTSTRAP=f"127.0.0.1:{port}")
        assert says in is_one_line_and_2(kafka, secure)
        elastic = begun(secure, "index", ELASTICSEARCH_URL=f"https://127.0.0.1:{port}")
        assert says in is_one_line_and_2(elastic, secure)


@pytest.mark.parametrize("command", ["status", "search"])
def test_a_wrong_password_or_key_is_one_line_for_a_command(secure: SecureDesk, command: str) -> None:
    secure.write("wrong", "bm90OmtleQ==")
    wrong = str(secure.folder / "wrong")
    more = ["x"] if command == "search" else []
    done = secure.command(
        READER, command, *more, KAFKA_PASSWORD_FILE=wrong, ELASTICSEARCH_API_KEY_FILE=wrong
    )
    assert done.returncode == 2, done
    assert done.stderr.startswith(b"harmattan: ")
    assert done.stderr.count(b"\n") == 1, done.stderr
    assert b"wrong" in done.stderr


def test_a_broker_that_is_away_is_waited_for_and_a_password_that_was_changed_is_not(secure: SecureDesk) -> None:
    pids = secure.pids()
    secure.give_password("harmattan-enrich", "another one, not-to-be-seen")
    secure.servers.kill("kafka")
    secure.servers.start("kafka")
    # its connections are gone with the broker, and it is let in no more
    until(lambda: secure.pids()["enrich"], lambda pid: pid is None, 90, "enrich ended")
    log = (secure.stack.log / "enrich.log").read_text().splitlines()
    assert log[-1].startswith("harmattan: Kafka at 127.0.0.1"), log[-3:]
    assert "wrong credentials for user harmattan-enrich" in log[-1]
    assert {name: pid for name, pid in secure.pids().items() if name != "enrich"} == {
        name: pid for name, pid in pids.items() if name != "enrich"
    }, "a broker that was merely away ended a service"
    secure.passwords["harmattan-enrich"] = "another one, not-to-be-seen"
    secure.worker("enrich")
    word = own_word()
    fed(secure, harmless(word, 1))
    settled(secure)


def test_every_user_of_the_broker_is_in_this_test(secure: SecureDesk) -> None:
    assert set(secure.passwords) == {role.user for role in roles()}
