"""Articles in, documents and alerts out, through the real broker, the services and the real Elasticsearch."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from deploy.local import workers
from deploy.local.settings import repository_root
from deploy.local.tools import kafka_tool
from deploy.local.workers import Worker
from services.alert.written import written
from services.pipeline import ALERTS, ENRICHED, NORMALIZED, RAW
from tests.integration.articles import coup, harmless, seed_file
from tests.integration.desk import SERVICES, Desk, own_word
from tests.integration.waiting import until

pytestmark = pytest.mark.integration


def lines(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    """The JSON Lines that a command printed; one that failed shows what it said instead."""
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


# --- the user's own article


@pytest.mark.core
def test_the_seed_article_is_fed_found_and_alerted(desk: Desk) -> None:
    fed = desk.harmattan("feed", str(seed_file()))
    assert fed.returncode == 0, fed.stderr
    assert b"1 of 1 articles acknowledged" in fed.stdout
    desk.settle()
    hits = lines(desk.harmattan("search", "Niger", "--json", "--size", "1000"))
    first_words = " ".join(seed_file().read_text().split()[:12]).removeprefix("date ")[11:]
    seed = [d for d in desk.documents() if first_words in " ".join(d["text"].get(d["language"], "").split())]
    assert len(seed) == 1
    assert seed[0]["id"] in {hit["id"] for hit in hits}, f"indexed {seed[0]['indexed']}, found {len(hits)} others"
    [hit] = [hit for hit in hits if hit["id"] == seed[0]["id"]]
    assert {"id", "url", "title", "published"} <= set(hit)
    alerts = lines(desk.harmattan("alerts", "--json", "--size", "1000"))
    [alert] = [alert for alert in alerts if alert["article_id"] == hit["id"]]
    assert alert["headline"]
    assert alert["quote"]
    assert alert["entities"]


# --- feeding


def test_a_json_file_a_jsonl_file_and_a_folder_are_fed(desk: Desk, tmp_path: Path) -> None:
    word = own_word()
    (tmp_path / "one.json").write_text(json.dumps(harmless(word, 1)))
    (tmp_path / "list.json").write_text(json.dumps([harmless(word, 2), harmless(word, 3)]))
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "more.jsonl").write_text("\n".join(json.dumps(harmless(word, n)) for n in (4, 5)) + "\n")
    (tmp_path / "deep" / "plain.txt").write_text(f"date 2023-08-12 A sandstorm over {word}.\n\nIt lasted an hour.\n")
    (tmp_path / "ignored.pdf").write_bytes(b"%PDF")
    fed = desk.harmattan("feed", str(tmp_path))
    assert (fed.returncode, fed.stdout) == (0, b"6 of 6 articles acknowledged by the broker\n"), fed.stderr
    desk.settle()
    documents = desk.wait_for(word, 6)
    assert {d["published"][:10] for d in documents} == {"2023-08-10", "2023-08-12"}


@pytest.mark.core
def test_standard_input_is_fed_with_and_without_a_bom(desk: Desk) -> None:
    word = own_word()
    for number, value in enumerate((b"", b"\xef\xbb\xbf")):
        fed = desk.harmattan("feed", "-", stdin=value + json.dumps(harmless(word, number)).encode())
        assert fed.returncode == 0, fed.stderr
    desk.feed([b"\xef\xbb\xbf" + json.dumps(harmless(word, 2)).encode()])
    desk.settle()
    documents = desk.wait_for(word, 3)
    assert all(d["title"].startswith("Millet prices") for d in documents)


def test_what_is_no_article_is_named_and_its_neighbours_are_fed(desk: Desk, tmp_path: Path) -> None:
    word = own_word()
    file = tmp_path / "mixed.jsonl"
    file.write_text("\n".join([json.dumps(harmless(word, 1)), '{"url": "https://x.example"}', '{"broken']) + "\n")
    fed = desk.harmattan("feed", str(file))
    assert fed.returncode == 2
    assert b"1 of 1 articles acknowledged by the broker, 2 not fed" in fed.stdout
    assert f"{file}:2: neither title nor text".encode() in fed.stderr
    assert f"{file}:3: ".encode() in fed.stderr
    desk.settle()
    desk.wait_for(word, 1)


@pytest.mark.parametrize("codec", [None, "gzip", "snappy", "lz4", "zstd"])
@pytest.mark.parametrize("keyed", [False, True])
def test_every_codec_is_read_with_and_without_a_key(desk: Desk, codec: str | None, keyed: bool) -> None:
    word = own_word()
    articles = [harmless(word, n) for n in range(50)]
    keys = [b"\xff\x00key" if keyed else None] * 50
    desk.feed(articles, keys=keys, compression_type=codec)
    desk.wait_for(word, 50)


def test_a_topic_that_compresses_by_itself_is_read(desk: Desk) -> None:
    word = own_word()

    def configure(*change: str) -> None:
        done = kafka_tool(
            "kafka.admin.ConfigCommand", "--bootstrap-server", desk.stack.kafka_address, "--alter", "--entity-type",
            "topics", "--entity-name", RAW.name, *change, stack=desk.stack, capture=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    configure("--add-config", "compression.type=zstd")
    try:
        desk.feed([harmless(word, n) for n in range(20)])
        desk.wait_for(word, 20)
    finally:
        configure("--delete-config", "compression.type")


# --- the README's own words


def readme_blocks(language: str) -> list[str]:
    text = (repository_root() / "README.md").read_text()
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def run_as_shown(desk: Desk, block: str, *command: str) -> None:
    """Runs a block of the README as it stands, but for the address of the broker."""
    assert "127.0.0.1:9092" in block
    block = block.replace("127.0.0.1:9092", desk.stack.kafka_address)
    environ = {**desk.environ, "HARMATTAN_LOCAL": str(desk.stack.home), "HARMATTAN_CACHE": str(desk.stack.cache)}
    done = subprocess.run([*command, block], cwd=repository_root(), env=environ, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_python_producer_of_the_readme_feeds_an_article(desk: Desk) -> None:
    [block] = [block for block in readme_blocks("python") if "KafkaProducer" in block]
    assert len([line for line in block.splitlines() if line.strip()]) <= 8
    before = desk.settle().fed
    run_as_shown(desk, block, sys.executable, "-c")
    assert desk.settle().fed == before + 1
    assert [d for d in desk.holding("airspace") if d["title"] == "Niger: airspace closed"]


def test_the_console_producer_of_the_readme_feeds_an_article(desk: Desk) -> None:
    [block] = [block for block in readme_blocks("sh") if "console-producer" in block]
    before = desk.settle().fed
    # a checkout of CI has its virtual environment where make puts it; ours may be elsewhere
    run_as_shown(desk, block.replace(".venv/bin/python", sys.executable), "sh", "-c")
    assert desk.settle().fed == before + 1
    assert [d for d in desk.holding("airspace") if d["title"] == "Niger: airspace closed"]


def test_plain_text_from_the_console_producer_is_an_article(desk: Desk) -> None:
    word = own_word()
    done = kafka_tool(
        "console-producer", "--bootstrap-server", desk.stack.kafka_address, "--topic", RAW.name, "--compression-codec",
        "lz4", stack=desk.stack, stdin=f"A sandstorm over {word}. It lasted an hour.\n".encode(), capture=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    desk.wait_for(word, 1)


# --- one article, however it comes


@pytest.mark.core
def test_one_article_by_several_addresses_is_one_document(desk: Desk) -> None:
    word = own_word()
    base = f"{word}.example/story"
    urls = [f"https://{base}", f"http://www.{base}/", f"https://{base}?utm_source=feed", f"https://{base}#top"]
    before = desk.settle().outcomes
    desk.feed([harmless(word, url=url) for url in urls])
    after = desk.settle().outcomes
    [document] = desk.wait_for(word, 1)
    assert document["url"].split("?")[0].rstrip("/").endswith(base)
    assert (after.indexed - before.indexed, after.duplicate - before.duplicate) == (1, 3)


@pytest.mark.core
def test_the_same_article_with_and_without_a_key_is_one_document(desk: Desk) -> None:
    word = own_word()
    desk.feed([harmless(word), harmless(word), harmless(word)], keys=[None, b"key", b"\xff"])
    desk.settle()
    desk.wait_for(word, 1)


@pytest.mark.parametrize("newer_first", [False, True])
def test_a_corrected_article_stands_whatever_the_order_with_one_alert(desk: Desk, newer_first: bool) -> None:
    word = own_word()
    first = coup(word, updated="2023-07-26T23:00:00Z")
    second = coup(word, updated="2023-07-27T01:00:00Z", text=first["text"].replace("late on Wednesday", "at midnight"))
    for article in (second, first) if newer_first else (first, second):
        desk.feed([article])
        desk.settle()
    [document] = desk.of(first["url"])
    assert "at midnight" in document["text"]["en"]
    assert "late on Wednesday" not in document["text"]["en"]
    assert ["late on Wednesday" in entry["text"] for entry in document["history"]] == [True]
    alerts = until(lambda: desk.alerts(document["id"]), bool, 60, "an alert")
    assert len(alerts) == 1
    # the first version once more: neither the old text nor a second alert comes back
    desk.feed([first])
    desk.settle()
    assert desk.of(first["url"])[0]["text"] == document["text"]
    assert len(desk.alerts(document["id"])) == 1


def test_coup_news_at_the_address_of_a_harmless_text_alerts(desk: Desk) -> None:
    word = own_word()
    url = f"https://{word}.example/live"
    desk.feed([harmless(word, url=url)])
    desk.settle()
    desk.feed([coup(word, url=url, published="2023-08-11T10:00:00Z")])
    desk.settle()
    documents = desk.of(url)
    texts = [d["text"]["en"] for d in documents] + [e["text"] for d in documents for e in d.get("history", [])]
    assert any("millet" in text for text in texts), "no text is lost"
    assert any("Bazoum" in text for text in texts)
    ids = [d["id"] for d in documents]
    assert len(until(lambda: desk.alerts(*ids), bool, 60, "an alert")) == 1


def test_an_alert_is_shown_in_full_and_is_on_the_topic_under_its_id(desk: Desk) -> None:
    word = own_word()
    desk.feed([coup(word)])
    desk.settle()
    [document] = desk.of(coup(word)["url"])
    [alert] = until(lambda: desk.alerts(document["id"]), bool, 60, "an alert")
    assert alert["headline"] == coup(word)["title"]
    assert "removed from power" in alert["quote"]
    assert alert["url"] == document["url"]
    assert "mohamed-bazoum" in alert["entity_ids"]
    assert alert["trace_id"] == document["trace_id"]
    on_topic = [record for record in desk.broker.read(ALERTS.name) if record.key == alert["id"].encode()]
    assert len(on_topic) == 1
    assert dict(on_topic[0].headers)["trace"] == document["trace_id"].encode()
    shown = desk.harmattan("alerts", "--size", "1000").stdout.decode()
    assert alert["headline"] in shown
    assert f"article: {document['url']}" in shown


async def test_alerts_that_are_on_the_topic_are_known_there(desk: Desk) -> None:
    word = own_word()
    begun = datetime.now(UTC)
    desk.feed([coup(word)])
    desk.settle()
    [alert] = until(lambda: desk.alerts(*(d["id"] for d in desk.of(coup(word)["url"]))), bool, 60, "an alert")
    assert await written(desk.stack.connections, {alert["id"], "another"}, begun) == {alert["id"]}
    assert await written(desk.stack.connections, {alert["id"]}, begun + timedelta(hours=1)) == set()


# --- what a person sees


def test_status_prints_the_table_and_ends_with_0_when_all_is_well(desk: Desk) -> None:
    desk.settle()
    as_json = desk.harmattan("status", "--json")
    assert as_json.returncode == 0, as_json.stdout
    status = json.loads(as_json.stdout)
    sums = [status[name] for name in ("indexed", "duplicate", "revised", "stale", "dead", "empty", "in_flight")]
    assert sum(sums) == status["fed"]
    assert {name: one["up"] for name, one in status["services"].items()} == dict.fromkeys(SERVICES, True)
    table = desk.harmattan("status")
    assert table.returncode == 0
    assert "everything adds up" in table.stdout.decode()


def test_status_ends_with_1_and_names_the_service_that_is_down(desk: Desk) -> None:
    worker = Worker(desk.stack, "alert")
    worker.stop()
    try:
        until(lambda: desk.status().services["alert"].workers, lambda count: count == 0, 30, "the group knows")
        done = desk.harmattan("status", "--json")
        assert done.returncode == 1
        assert json.loads(done.stdout)["problems"] == ["service alert is down"]
    finally:
        worker.start()
        workers.wait_until_working(desk.stack)


@pytest.mark.parametrize("command", ["status", "feed"])
def test_a_broker_that_is_not_there_is_one_line_and_exit_code_2(desk: Desk, command: str) -> None:
    arguments = ("feed", str(seed_file())) if command == "feed" else ("status",)
    done = desk.harmattan(*arguments, KAFKA_BOOTSTRAP="127.0.0.1:1")
    assert done.returncode == 2
    assert done.stderr.startswith(b"harmattan: no Kafka answers at 127.0.0.1:1")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.core
def test_one_trace_id_goes_through_all_stages_and_into_the_logs(desk: Desk) -> None:
    word = own_word()
    [(partition, offset)] = desk.feed([coup(word)], headers=[("trace", b"00112233445566778899aabbccddeeff")])
    desk.settle()
    [document] = desk.of(coup(word)["url"])
    assert document["trace_id"] == "00112233445566778899aabbccddeeff"
    assert document["origin"].endswith(f"-{partition}-{offset}-0")
    for topic in (NORMALIZED, ENRICHED):
        found = [r for r in desk.broker.read(topic.name) if dict(r.headers)["origin"] == document["origin"].encode()]
        assert {dict(record.headers)["trace"] for record in found} == {b"00112233445566778899aabbccddeeff"}
    until(lambda: desk.alerts(document["id"]), bool, 60, "an alert")
    logged = [json.loads(line) for line in Worker(desk.stack, "alert").log.read_text().splitlines() if line[:1] == "{"]
    assert [line for line in logged if line.get("trace") == document["trace_id"]]


@pytest.mark.parametrize("service", SERVICES)
def test_each_service_shows_metrics_health_and_readiness(desk: Desk, service: str) -> None:
    log = Worker(desk.stack, service).log.read_text()
    [address] = [json.loads(line)["metrics"] for line in log.splitlines() if '"event": "started"' in line][-1:]

    def page(name: str) -> tuple[int, str]:
        try:
            with urlopen(address.replace("/metrics", name), timeout=20) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    status, metrics = page("/metrics")
    assert status == 200
    for metric in ("harmattan_records_total", "harmattan_latency_seconds", "harmattan_lag_records"):
        assert f'{metric}' in metrics
    assert f'service="{service}"' in metrics
    assert page("/healthz")[0] == 200
    assert until(lambda: page("/readyz"), lambda seen: seen[0] == 200, 60)[1]
