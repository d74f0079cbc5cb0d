"""Elasticsearch's configuration, and the questions asked over HTTP."""

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from deploy.local.elasticsearch import health, jvm_options, settings, without_password
from deploy.local.settings import LOOPBACK, LocalStack

DISTRIBUTED = """\
## heap
-XX:+UseG1GC
-XX:ErrorFile=hs_err_pid%p.log
-Xlog:gc*,gc+age=trace,safepoint:file=gc.log:utctime,level
"""


def test_the_options_of_the_distribution_write_to_our_log_folder() -> None:
    assert jvm_options(DISTRIBUTED, Path("log")).splitlines() == [
        "-XX:+UseParallelGC",
        "-XX:ErrorFile=log/hs_err_%p.log",
        "-XX:HeapDumpPath=log",
    ]


def test_a_write_is_on_disk_when_it_is_acknowledged_and_no_index_makes_itself(tmp_path: Path) -> None:
    text = settings(LocalStack(tmp_path, tmp_path), tmp_path / "a b", tmp_path, tmp_path / "snapshots")
    values = json.loads(text)
    assert "translog" not in text
    assert values["action.auto_create_index"] is False
    assert values["path.data"] == str(tmp_path / "a b")
    assert values["http.max_content_length"] == "100mb"


def test_a_password_is_never_shown() -> None:
    assert without_password("https://u:p@host:9243/es") == "https://host:9243/es"
    assert without_password("http://host:9200") == "http://host:9200"


@contextmanager
def answering(code: int, body: bytes) -> Iterator[tuple[str, list[str | None]]]:
    """An HTTP server that gives one answer and notes who asked."""
    asked: list[str | None] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.headers["Authorization"])
            self.send_response(code)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    with HTTPServer((LOOPBACK, 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"{LOOPBACK}:{server.server_port}", asked
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("code", "body", "colour"),
    [
        (200, b'{"status":"yellow"}', "yellow"),
        (401, b"{}", "refused"),
        (503, b"{}", "absent"),
        (200, b"<html>", "absent"),
        (200, b"[]", "absent"),
    ],
)
def test_the_colour_is_told_or_why_there_is_none(code: int, body: bytes, colour: str) -> None:
    with answering(code, body) as (address, _):
        assert health(f"http://{address}/") == colour


def test_credentials_in_the_url_are_sent() -> None:
    with answering(200, b'{"status":"green"}') as (address, asked):
        assert health(f"http://elastic:p%40ss@{address}") == "green"
    assert asked == [f"Basic {base64.b64encode(b'elastic:p@ss').decode()}"]


@pytest.mark.parametrize("url", ["localhost:9200", "http://127.0.0.1:1", "http://[", "file:///etc/hostname"])
def test_what_is_no_server_is_absent(url: str) -> None:
    assert health(url) == "absent"
