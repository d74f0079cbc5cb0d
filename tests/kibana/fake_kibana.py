"""A small Kibana on loopback: it answers what a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = tuple[int, Any]

READY: Answer = (200, {"version": {"number": "8.19.13"}, "status": {"overall": {"level": "available"}}})
STARTING: Answer = (503, {"status": {"overall": {"level": "unavailable"}}})


@dataclass
class FakeKibana:
    """`answers`: `METHOD /path` -> the answers in turn; the last one stays. Without one it does as Kibana would."""

    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    rules: dict[str, Any] = field(default_factory=dict)
    url: str = ""

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        route = path.partition("?")[0]
        self.asked.append((f"{method} {path}", headers, body))
        if told := self.answers.get(f"{method} {route}"):
            return told.pop(0) if len(told) > 1 else told[0]
        if route == "/api/status":
            return READY
        if method != "GET" and "kbn-xsrf" not in headers:
            return 400, {"message": "Request must contain a kbn-xsrf header."}
        if route == "/api/saved_objects/_import":
            return 200, {"success": True, "successCount": body.count(b"coreMigrationVersion")}
        if route == "/api/data_views/default":
            return 200, {"acknowledged": True}
        if route.startswith("/api/alerting/rule/"):
            return self._rule(method, route.rpartition("/")[2], json.loads(body))
        return 404, {"message": "Not Found"}

    def _rule(self, method: str, name: str, body: Any) -> Answer:
        if method == "POST" and name in self.rules:
            return 409, {"message": "Saved object [alert] conflict"}
        if method == "PUT" and not set(body) <= {"name", "tags", "schedule", "params", "actions"}:
            return 400, {"message": f"[request body]: unexpected keys {sorted(body)}"}
        self.rules[name] = body
        return 200, {"id": name}

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


@contextmanager
def fake_kibana(**answers: list[Answer]) -> Iterator[FakeKibana]:
    """Runs until the block ends; `status`, `imported`, `view`, `rule_made`, `rule_updated` say what it answers."""
    from deploy.kibana.rule import RULE_ID

    names = {
        "status": "GET /api/status", "imported": "POST /api/saved_objects/_import",
        "view": "POST /api/data_views/default", "rule_made": f"POST /api/alerting/rule/{RULE_ID}",
        "rule_updated": f"PUT /api/alerting/rule/{RULE_ID}",
    }
    fake = FakeKibana({names[name]: list(told) for name, told in answers.items()})

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            status, said = fake.answer(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body)
            data = said.encode() if isinstance(said, str) else json.dumps(said).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PUT = _any  # noqa: N815  # the names that http.server asks for

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    fake.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
