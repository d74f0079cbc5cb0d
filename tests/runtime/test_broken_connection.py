"""On the standard library's event loop, a connection that breaks is an error that aiokafka foresees.

That is why the services run on it (pyproject.toml bans the other one). The clients expect an OSError from a connection
that is gone. The transports of uvloop raise a RuntimeError for a moment (aiokafka issue 1038), which ends the task that
asks for the brokers' addresses without a word: each commit after that waits for ever, and a worker whose broker was
killed at the wrong moment stood still until somebody restarted it.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterator

import pytest
from aiokafka.conn import AIOKafkaConnection
from aiokafka.errors import KafkaConnectionError
from aiokafka.protocol.metadata import MetadataRequest

RESET = struct.pack("ii", 1, 0)  # SO_LINGER: the peer is told that the connection is gone, as by a kill


@pytest.fixture
async def killed_soon() -> AsyncIterator[int]:
    """The port of a broker that is gone a moment after it took a connection."""
    async def take(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.005)
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        writer.transport.abort()

    server = await asyncio.start_server(take, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def test_what_is_sent_while_the_broker_goes_is_an_error_of_the_connection(killed_soon: int) -> None:
    for _ in range(10):
        connection = await _connected(killed_soon)
        sent = []
        while connection.connected():  # at each turn of the loop, so that no moment is left out
            sent.append(asyncio.ensure_future(connection.send(MetadataRequest([]))))
            await asyncio.sleep(0)
        answers = await asyncio.gather(*sent, return_exceptions=True)
        assert sent
        assert {type(answer) for answer in answers} == {KafkaConnectionError}


async def _connected(port: int) -> AIOKafkaConnection:
    """A connection of aiokafka that has not asked yet what the broker speaks, since this one would not answer."""
    connection = AIOKafkaConnection("127.0.0.1", port, request_timeout_ms=5000)
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    transport, _ = await loop.create_connection(lambda: protocol, "127.0.0.1", port)
    connection._reader, connection._writer = reader, asyncio.StreamWriter(transport, protocol, reader, loop)
    connection._read_task = connection._create_reader_task()
    connection._versions = {MetadataRequest.API_KEY: (0, 5)}
    return connection
