"""Both Elasticsearch clients: who they say they are, whom they believe, and which answers waiting cannot mend."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import trustme

from services.elastic.client import async_client, client
from services.elastic.server import AwayError, ElasticsearchServer
from services.runtime.settings import Connections, RefusedError, SettingsError, read
from tests.tls import LOOPBACK, ca_file, certificate, server_context

KEY = "bm90LXRvLWJlLXNlZW4="
DENIED = {"error": {"type": "security_exception", "reason": "action [indices:data/write] is unauthorized"}}
FULL = {"error": {"type": "cluster_block_exception", "reason": "disk usage exceeded flood-stage watermark"}}


@contextmanager
def guarded(leaf: trustme.LeafCert, status: int = 200, body: object = None) -> Iterator[tuple[str, list[str]]]:
    """An HTTPS server that lets one API key in; the credentials it was shown."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.headers["Authorization"] or "")
            known = seen[-1] in (f"ApiKey {KEY}", "Basic dTpw")
            self.send_response(status if known else 401)
            self.send_header("X-Elastic-Product", "Elasticsearch")
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(body if known and body else {"status": "green"}).encode())

        def log_message(self, *_: object) -> None: ...

    class Quiet(HTTPServer):
        def handle_error(self, *_: object) -> None: ...  # clients that do not believe us hang up

    with Quiet((LOOPBACK, 0), Handler) as server:
        server.socket = server_context(leaf).wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"https://{LOOPBACK}:{server.server_port}", seen
        server.shutdown()


def settings(url: str, folder: Path, **more: str) -> Connections:
    return read(Connections, ELASTICSEARCH_URL=url, ELASTICSEARCH_CA_FILE=str(ca_file(folder)), **more)


async def ask(connections: Connections) -> int:
    """The status that a service gets; what it raises comes through."""
    async with async_client(connections) as asking:
        return (await ElasticsearchServer(asking, timeout=5).send("GET", "/")).status


@pytest.mark.parametrize(
    ("credentials", "header"),
    [
        ({"ELASTICSEARCH_API_KEY": KEY}, f"ApiKey {KEY}"),
        ({"ELASTICSEARCH_USER": "u", "ELASTICSEARCH_PASSWORD": "p"}, "Basic dTpw"),
    ],
)
async def test_both_clients_show_their_credentials_over_tls(
    tmp_path: Path, credentials: dict[str, str], header: str
) -> None:
    with guarded(certificate()) as (url, seen):
        connections = settings(url, tmp_path, **credentials)
        assert await ask(connections) == 200
        with client(connections) as asking:
            asking.perform_request("GET", "/")
        assert seen == [header, header]
        assert KEY not in repr(asking)


@pytest.mark.parametrize(
    ("leaf", "reason"),
    [
        (lambda: certificate(expired=True), "certificate has expired"),
        (lambda: certificate("another.example"), "IP address mismatch"),
        (lambda: trustme.CA().issue_cert(LOOPBACK), "certificate verify failed|unable to get local issuer"),
    ],
)
async def test_a_certificate_that_is_not_good_is_a_refusal(
    tmp_path: Path, leaf: Callable[[], trustme.LeafCert], reason: str
) -> None:
    with guarded(leaf()) as (url, seen):
        with pytest.raises(RefusedError, match=f"certificate is not accepted: .*({reason}).*CA_FILE"):
            await ask(settings(url, tmp_path, ELASTICSEARCH_API_KEY=KEY))
        assert seen == [], "the key was sent all the same"


@pytest.mark.parametrize("key", ["d3Jvbmc6d3Jvbmc=", ""])
async def test_a_wrong_key_or_none_is_a_refusal(tmp_path: Path, key: str) -> None:
    with guarded(certificate()) as (url, _), pytest.raises(RefusedError, match=r"401.*ELASTICSEARCH_API_KEY") as caught:
        await ask(settings(url, tmp_path, ELASTICSEARCH_API_KEY=key))
    assert not key or key not in str(caught.value)


async def test_a_missing_right_is_a_refusal_and_a_full_disk_is_not(tmp_path: Path) -> None:
    with guarded(certificate(), 403, DENIED) as (url, _), pytest.raises(RefusedError, match="unauthorized"):
        await ask(settings(url, tmp_path, ELASTICSEARCH_API_KEY=KEY))
    with guarded(certificate(), 403, FULL) as (url, _):
        assert await ask(settings(url, tmp_path, ELASTICSEARCH_API_KEY=KEY)) == 403


async def test_a_server_that_speaks_no_tls_is_a_refusal_and_one_that_is_away_is_away(tmp_path: Path) -> None:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    with HTTPServer((LOOPBACK, 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        with pytest.raises(RefusedError, match="does not speak TLS"):
            await ask(settings(f"https://{LOOPBACK}:{server.server_port}", tmp_path))
        server.shutdown()
    with pytest.raises(AwayError):
        await ask(settings(f"https://{LOOPBACK}:1", tmp_path))


def test_a_ca_that_is_none_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="ELASTICSEARCH_CA_FILE="):
        client(read(Connections, ELASTICSEARCH_URL="https://a", ELASTICSEARCH_CA_FILE=str(tmp_path / "none.pem")))


@pytest.mark.parametrize(("url", "port"), [("http://host", 80), ("https://host/es", 443), ("http://host:9201", 9201)])
def test_an_address_without_a_port_has_the_one_of_its_scheme(url: str, port: int) -> None:
    with client(read(Connections, ELASTICSEARCH_URL=url)) as asking:
        [node] = asking.transport.node_pool.all()
        assert node.port == port
