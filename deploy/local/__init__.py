"""A real Kafka and a real Elasticsearch as processes of this machine, without Docker."""

from deploy.local.errors import StackError
from deploy.local.settings import LocalStack, from_environment
from deploy.local.stack import (
    Addresses,
    ServerStatus,
    clean,
    down,
    fetch,
    kill,
    start,
    status,
    temporary_stack,
    up,
)
from deploy.local.tools import kafka_tool

__all__ = [
    "Addresses",
    "LocalStack",
    "ServerStatus",
    "StackError",
    "clean",
    "down",
    "fetch",
    "from_environment",
    "kafka_tool",
    "kill",
    "start",
    "status",
    "temporary_stack",
    "up",
]
