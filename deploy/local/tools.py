"""Kafka's own command-line tools, from the cached jars."""

import subprocess
import sys

from deploy.local.download import download, kafka_home
from deploy.local.java import java
from deploy.local.places import make_folder
from deploy.local.settings import BRIEF, LocalStack, from_environment

_PACKAGE = "org.apache.kafka.tools"
_CLASSES = {
    "console-consumer": "consumer.ConsoleConsumer",
    "console-producer": "ConsoleProducer",
    "consumer-groups": "consumer.group.ConsumerGroupCommand",
    "consumer-perf-test": "ConsumerPerformance",
    "get-offsets": "GetOffsetShell",
    "producer-perf-test": "ProducerPerformance",
    "topics": "TopicCommand",
}

# standard output belongs to the tool
_LOGGING = """\
status = error
appender.err.type = Console
appender.err.name = err
appender.err.target = SYSTEM_ERR
appender.err.layout.type = PatternLayout
appender.err.layout.pattern = %p %m%n
rootLogger.level = warn
rootLogger.appenderRef.err.ref = err
"""


def kafka_tool(
    classname: str,
    *args: str,
    stack: LocalStack | None = None,
    stdin: bytes | None = None,
    capture: bool = False,
) -> subprocess.CompletedProcess[bytes]:
    """Run a tool by its short name or its class below org.apache.kafka.tools.

    It reads `stdin` when given, else ours; with `capture` its output is in the
    result. A failed tool is told by the return code, never raised.
    """
    stack = stack or from_environment()
    download(stack, "kafka", lambda line: print(line, file=sys.stderr))
    make_folder(stack.run)
    logging = stack.run / "tools-log4j2.properties"
    logging.write_text(_LOGGING)
    command = [java(), "-Xmx256m", "-XX:+UseSerialGC", BRIEF]
    command += [f"-Dlog4j2.configurationFile={logging}", "-cp", f"{kafka_home(stack)}/*"]
    return subprocess.run([*command, full_class(classname), *args], input=stdin, capture_output=capture)


def full_class(name: str) -> str:
    """`console-producer` and `ConsoleProducer` are org.apache.kafka.tools.ConsoleProducer."""
    short = _CLASSES.get(name, name)
    return short if short.startswith(("org.", "kafka.")) else f"{_PACKAGE}.{short}"
