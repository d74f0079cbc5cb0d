"""`python -m deploy.local up|down|clean|status|fetch|kill NAME|start NAME|env|tool NAME …`"""

import argparse
import sys
from collections.abc import Callable, Sequence

from deploy.local import stack, tools
from deploy.local.errors import StackError
from deploy.local.servers import NAMES
from deploy.local.settings import from_environment

_NEEDS_A_PERSON = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 2 with one line on standard error when a person has to act."""
    parsed = _parser().parse_args(arguments)
    action: Callable[[argparse.Namespace], int] = parsed.action
    try:
        return action(parsed)
    except StackError as error:
        line = str(error)
    except OSError as error:
        line = f"{error.strerror}: {error.filename}" if error.filename else str(error)
    except KeyboardInterrupt:
        line = "interrupted"
    print(line, file=sys.stderr)
    return _NEEDS_A_PERSON


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m deploy.local", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, action: Callable[[argparse.Namespace], object], words: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words, description=words)
        command.set_defaults(action=lambda parsed: action(parsed) or 0)
        return command

    add("up", lambda _: _up(), "fetch and start both, wait until they are ready")
    add("down", lambda _: stack.down(), "stop both, keep the data")
    add("clean", lambda _: stack.clean(), "stop both, remove data and logs, keep the downloads")
    add("status", lambda _: _status(), "what runs; 1 unless both are ready")
    add("fetch", lambda _: stack.fetch(), "only download")
    add("env", lambda _: _env(), "the addresses as shell variables")
    add("discard", lambda _: stack.discard(from_environment()), "kill both, remove the data")
    for name, action in (("kill", stack.kill), ("start", stack.start)):
        one = add(name, _on_one(action), f"{name} one of them")
        one.add_argument("name", choices=NAMES)
    tool = add("tool", lambda parsed: _tool(parsed.name, parsed.rest), "run one of Kafka's own tools")
    tool.add_argument("name")
    tool.add_argument("rest", nargs=argparse.REMAINDER)
    return parser


def _on_one(action: Callable[[str], None]) -> Callable[[argparse.Namespace], None]:
    return lambda parsed: action(parsed.name)


def _up() -> None:
    stack.up()


def _env() -> None:
    settings = from_environment()
    print(f"KAFKA_BOOTSTRAP={settings.kafka_address}")
    print(f"ELASTICSEARCH_URL={settings.elasticsearch_address}")


def _status() -> int:
    servers = stack.status()
    for one in servers:
        where = f"pid {one.pid}" if one.pid else "" if one.own else "not ours"
        print(f"{one.name:14} {'up' if one.ready else 'down':5} {one.address} {where}".rstrip())
    return 0 if all(one.ready for one in servers) else 1


def _tool(name: str, rest: list[str]) -> int:
    return tools.kafka_tool(name, *rest).returncode


if __name__ == "__main__":
    sys.exit(main())
