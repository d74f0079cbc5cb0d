"""Certificates for tests, and a server on loopback that only shakes hands."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import trustme

LOOPBACK = "127.0.0.1"
NAMES = ("localhost", LOOPBACK)


@cache
def authority() -> trustme.CA:
    """One for all tests: keys take time."""
    return trustme.CA()


def ca_file(folder: Path, ca: trustme.CA | None = None) -> Path:
    path = folder / "ca.pem"
    (ca or authority()).cert_pem.write_to_path(path)
    return path


def certificate(*names: str, expired: bool = False) -> trustme.LeafCert:
    """For these names, by default those of this machine."""
    yesterday = datetime.now(UTC) - timedelta(days=1)
    return authority().issue_cert(
        *(names or NAMES), not_after=yesterday if expired else None,
        not_before=yesterday - timedelta(days=1) if expired else None,
    )


def server_context(leaf: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    leaf.configure_cert(context)
    return context


@contextmanager
def shaking_hands(leaf: trustme.LeafCert | None) -> Iterator[int]:
    """The port of a server that takes connections, with TLS where it has a certificate, and closes them again."""
    with socket.create_server((LOOPBACK, 0)) as listener:
        context = server_context(leaf) if leaf else None

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with suppress(OSError):  # the other side may think better of it
                    if context:
                        connection = context.wrap_socket(connection, server_side=True)
                    connection.recv(1024)
                connection.close()

        threading.Thread(target=serve, daemon=True).start()
        yield int(listener.getsockname()[1])
        listener.shutdown(socket.SHUT_RDWR)
