"""The desk as a process of its own, over an Elasticsearch with seeded documents."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.types import ASGIApp

from deploy.local.ports import free_ports
from tests.integration.index_server import elasticsearch
from tests.integration.seeded import fill
from tests.integration.waiting import until


@dataclass
class Shown:
    """A desk that runs, its Elasticsearch, and the ids of the hostile articles."""

    address: str
    elasticsearch: str
    hostile: list[str]


@contextmanager
def running_desk(articles: int) -> Iterator[Shown]:
    """One on a free port, ready; gone at the end."""
    with elasticsearch() as address:
        hostile = asyncio.run(fill(address, articles))
        [port] = free_ports(1)
        clean = {name: value for name, value in os.environ.items() if not name.startswith("HARMATTAN_DESK")}
        process = subprocess.Popen(
            [sys.executable, "-m", "services.desk"],
            env={**clean, "ELASTICSEARCH_URL": address, "HARMATTAN_DESK_PORT": str(port)},
        )
        here = f"http://127.0.0.1:{port}"
        try:
            until(lambda: _ready(here), what="the desk is ready")
            yield Shown(here, address, hostile)
        finally:
            process.terminate()
            process.wait(15)


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """The address of an application in a thread of this process."""
    [port] = free_ports(1)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        until(lambda: server.started, what="the application listens")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(15)


def _ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/readyz", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
