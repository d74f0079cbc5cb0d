"""`python -m deploy.local.desk demo|up|down|clean`: the local processes; deploy/demo.py has containers too.

Servers and services of one machine, together. With KAFKA_BOOTSTRAP or ELASTICSEARCH_URL set, those servers are used
instead of ours.
"""

import sys
import time
from collections.abc import Callable, Mapping

from deploy.local import stack as servers
from deploy.local import workers
from deploy.local.errors import StackError
from deploy.local.settings import LocalStack, from_environment, repository_root


def _say(line: str) -> None:
    print(line, flush=True)


# what no demonstration and no test does by itself: read other people's sites
OFFLINE = {"HARMATTAN_COLLECT_SEEDS": "false"}


def up(stack: LocalStack, environ: Mapping[str, str] | None = None) -> None:
    """Servers, topics, indexes and services, ready for articles."""
    early: list[workers.Worker] = []

    def begin(server: str) -> None:
        # while Elasticsearch starts, which takes longer, and for which they wait as they would at any time
        if server == "kafka":
            early.extend(workers.start_all(stack, _say, environ))

    try:
        servers.up(stack, _say, begin)
    except StackError:
        for worker in early:
            worker.stop()
        raise
    begun = time.monotonic()
    workers.start_all(stack, _say, environ)
    workers.wait_until_working(stack)
    _say(f"services ready ({time.monotonic() - begun:.1f} s)")


def down(stack: LocalStack) -> None:
    """Services first, so that they commit; then the servers that are ours."""
    workers.stop_all(stack, _say)
    servers.down(stack, _say)


def clean(stack: LocalStack) -> None:
    """Everything stopped and its data gone; downloads stay."""
    workers.stop_all(stack, _say)
    servers.clean(stack, _say)


def demo(stack: LocalStack) -> None:
    """Sample articles in, documents and alerts out, shown."""
    from deploy.local.show import show_samples

    up(stack, OFFLINE)
    samples = sorted(path for path in (repository_root() / "seeds").glob("*/samples/*") if path.is_file())
    show_samples(stack, samples, _say)


COMMANDS: dict[str, Callable[[LocalStack], None]] = {"up": up, "down": down, "clean": clean, "demo": demo}


def run(arguments: list[str], commands: Mapping[str, Callable[[LocalStack], None]]) -> int:
    """2 with one line on standard error when a person has to act."""
    if len(arguments) != 1 or arguments[0] not in commands:
        print(f"say one of: {', '.join(commands)}", file=sys.stderr)
        return 2
    try:
        commands[arguments[0]](from_environment())
    except StackError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("interrupted; `make down` stops what runs", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], COMMANDS))
