"""A real HTTP server on loopback whose every path misbehaves, or does not, as a test orders."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Request:
    """One request as it came, headers in lower case."""

    path: str
    headers: dict[str, str]
    method: str = "GET"
    body: bytes = b""


Respond = Callable[["Connection", Request], None]


class Connection:
    """What a misbehaviour writes to: bytes as they are, or a proper response."""

    def __init__(self, handler: BaseHTTPRequestHandler) -> None:
        self._handler = handler

    def raw(self, data: bytes) -> None:
        self._handler.wfile.write(data)
        self._handler.wfile.flush()

    def reply(
        self, status: int = 200, body: bytes = b"", length: int | None = None, /, **headers: str
    ) -> None:
        lines = [f"HTTP/1.1 {status} whatever", f"Content-Length: {len(body) if length is None else length}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.raw("\r\n".join([*lines, "", ""]).encode("latin-1") + body)

    def close(self) -> None:
        self._handler.close_connection = True

    def reset(self) -> None:
        """Ends the connection as a crash would."""
        self._handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        self._handler.connection.close()
        self.close()


@dataclass
class Server:
    """`paths` holds what each path does; `seen` what was asked, in order."""

    port: int = 0
    paths: dict[str, Respond] = field(default_factory=dict)
    seen: list[Request] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def asked(self, path: str) -> list[Request]:
        return [request for request in self.seen if request.path == path]

    def serve(self, path: str, body: bytes, status: int = 200, /, **headers: str) -> None:
        """The path answers so from now on."""
        self.paths[path] = lambda connection, _: connection.reply(status, body, None, **headers)

    def answer(self, connection: Connection, request: Request) -> None:
        self.seen.append(request)
        try:
            respond = self.paths.get(request.path)
            if respond is None:
                connection.reply(404, b"not here")
            else:
                respond(connection, request)
        except (BrokenPipeError, ConnectionResetError):
            connection.close()


def never(_: Connection, __: Request) -> None:
    """Does not answer while anybody may wait for it."""
    threading.Event().wait(120)


def raw(data: bytes) -> Respond:
    """Answers with these bytes and hangs up."""
    def respond(connection: Connection, _: Request) -> None:
        connection.raw(data)
        connection.close()

    return respond


def reply(status: int = 200, body: bytes = b"", length: int | None = None, **headers: str) -> Respond:
    """Answers properly; with a length that is not the body's it then hangs up."""
    def respond(connection: Connection, _: Request) -> None:
        connection.reply(status, body, length, **headers)
        if length is not None:
            connection.close()

    return respond


@contextmanager
def running() -> Iterator[Server]:
    """On a free port of all of 127.0.0.0/8."""
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            request = Request(self.path, headers, self.command, self.rfile.read(length))
            server.answer(Connection(self), request)

        do_POST = do_GET  # noqa: N815  # http.server's names

        def log_message(self, *_: object) -> None:
            """Silent."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 256

        def handle_error(self, *_: object) -> None:
            """A client that hung up is no news."""

    http = Quiet(("0.0.0.0", 0), Handler)  # loopback's other addresses stand for other hosts
    server.port = http.server_address[1]
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
