"""TLS and API keys in front of an Elasticsearch that has neither: a proxy on loopback that knows services/access.py.

The bundled server has no security. This stands in for what a full one would do: it asks for a key, and lets each key do
only what its role's descriptor says. How a request maps to a privilege is our reading of Elasticsearch's manual.
"""

from __future__ import annotations

import base64
import http.client
import json
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

import trustme

from services.access import roles
from tests.tls import LOOPBACK, server_context

# what a request needs, by its method and what follows the name of the index
_NEEDS = (
    (r"(GET|HEAD) /(_cluster/health)?", "monitor"),
    # the page after a page: only whoever asked for the first one knows its name
    (r"(POST|DELETE) /_search/scroll(/.*)?", "monitor"),
    (r"HEAD /_alias/([^/]+)", "view_index_metadata"),
    (r"(?:GET|HEAD) /([^_/][^/]*)(?:/_mapping|/_settings)?", "view_index_metadata"),
    (r"(?:GET|POST) /([^_/][^/]*)/(?:_search|_count|_mget|_doc/[^/]+)", "read"),
    (r"(?:PUT|POST) /([^_/][^/]*)/(?:_bulk|_doc/[^/]+|_create/[^/]+|_update/[^/]+)", "write"),
    (r"(?:GET|POST) /([^_/][^/]*)/_refresh", "maintenance"),
    (r"PUT /([^_/][^/]*)", "manage"),
)


def key_of(user: str) -> str:
    """The API key of a role's user, as Elasticsearch would encode it."""
    return base64.b64encode(f"{user}:not-to-be-seen".encode()).decode()


class Door:
    """Whom the proxy let in, and whom not."""

    def __init__(self) -> None:
        self.descriptors = {key_of(role.user): role.descriptor() for role in roles() if role.indexes}
        self.refused: list[tuple[str, str, str]] = []

    def answer(self, authorization: str, method: str, path: str, body: bytes) -> tuple[int, str] | None:
        """None for a request that may go on, else the status and the reason."""
        key = authorization.removeprefix("ApiKey ")
        descriptor = self.descriptors.get(key)
        if descriptor is None:
            return 401, "unable to authenticate with provided credentials"
        if path in ("/_bulk", "/_mget"):  # each line, or item, says where it goes
            names = set(re.findall(r'"_index": ?"([^"]+)"', body.decode("utf-8", "replace")))
            if names and all(self._may(descriptor, method, f"/{name}{path}") for name in names):
                return None
        elif self._may(descriptor, method, path):
            return None
        user = base64.b64decode(key).decode().partition(":")[0]
        self.refused.append((user, method, path))
        return 403, f"action [{method} {path}] is unauthorized for API key of [{user}]"

    def _may(self, descriptor: Mapping[str, Any], method: str, path: str) -> bool:
        for pattern, privilege in _NEEDS:
            if not (found := re.fullmatch(pattern, f"{method} {path}")):
                continue
            if privilege == "monitor":
                return True
            return all(_granted(descriptor, name, privilege) for name in found[1].split(","))
        return False


def _granted(descriptor: Mapping[str, Any], name: str, privilege: str) -> bool:
    return any(
        # managing an index is more than looking at it, but neither reading nor writing
        (privilege in one["privileges"] or (privilege == "view_index_metadata" and "manage" in one["privileges"]))
        and any(fnmatchcase(name, pattern) for pattern in one["names"])
        for one in descriptor["indices"]
    )


@contextmanager
def guarded(address: str, leaf: trustme.LeafCert) -> Iterator[tuple[str, Door]]:
    """The https address of the proxy in front of `address`, and its door."""
    door, target = Door(), urlsplit(address)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _go(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"] or 0))
            path = self.path.partition("?")[0]
            refusal = door.answer(self.headers["Authorization"] or "", self.command, path, body)
            if refusal:
                status, reason = refusal
                error = {"type": "security_exception", "reason": reason}
                self._send(status, {"Content-Type": "application/json"}, json.dumps({"error": error}).encode())
                return
            connection = http.client.HTTPConnection(target.hostname or "", target.port, timeout=60)
            skipped = {"host", "authorization", "content-length", "connection", "accept-encoding"}
            headers = {name: value for name, value in self.headers.items() if name.lower() not in skipped}
            try:
                connection.request(self.command, self.path, body, headers)
                answer = connection.getresponse()
                content = answer.read()
            except OSError:
                self.close_connection = True
                return
            finally:
                connection.close()
            kept = {name: answer.headers[name] for name in ("Content-Type",) if answer.headers[name]}
            self._send(answer.status, kept, content)

        def _send(self, status: int, headers: Mapping[str, str], content: bytes) -> None:
            self.send_response(status)
            for name, value in {**headers, "X-Elastic-Product": "Elasticsearch"}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = _go  # noqa: N815  # the names http.server looks for

        def log_message(self, *_: object) -> None: ...

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None: ...  # clients that do not believe us hang up

    with Quiet((LOOPBACK, 0), Handler) as server:
        # each connection shakes hands in its own thread, or one that does not would keep the others waiting
        server.socket = server_context(leaf).wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"https://{LOOPBACK}:{server.server_port}", door
        server.shutdown()
