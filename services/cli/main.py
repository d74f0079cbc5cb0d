"""The `harmattan` command: one file per subcommand, one line here registers it."""

from __future__ import annotations

import importlib
import sys

import typer
from typer.exceptions import TyperException

from services.cli.problem import Problem
from services.runtime.errors import SettingsError

# name of the subcommand -> module that has `def command(...)` or `app: typer.Typer`.
# The modules import what is heavy inside their functions, so that --help stays quick.
COMMANDS = {
    "feed": "services.cli.feed",
    "sources": "services.cli.sources",
    "alerts": "services.cli.alerts",
    "rules": "services.cli.rules",
    "status": "services.cli.status",
    "dead": "services.cli.dead",
    "tag": "services.cli.tag",
    "gazetteer": "services.cli.gazetteer",
    "search": "services.cli.search",
    "saved": "services.cli.saved",
    "index": "services.cli.index",
    "kibana": "services.cli.kibana",
    "setup": "services.cli.setup",
    "access": "services.cli.access",
    "upkeep": "services.cli.upkeep",
}


def build(wanted: str | None = None) -> typer.Typer:
    """The whole command line; with `wanted`, only that subcommand, so that one need not load the others."""
    app = typer.Typer(
        # a lone subcommand keeps its name
        callback=lambda: None,
        help="Watches the news of a political crisis: feed articles, search them, see the alerts.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    for name, path in COMMANDS.items():
        if wanted in COMMANDS and name != wanted:
            continue
        module = importlib.import_module(path)
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name)
        else:
            app.command(name)(module.command)
    return app


def run() -> None:
    """Entry point. What a person can mend is one line on standard error and exit code 2."""
    try:
        sys.exit(build(sys.argv[1] if len(sys.argv) > 1 else None)(standalone_mode=False))
    except Problem as problem:
        print(f"harmattan: {problem}", file=sys.stderr)
        sys.exit(2)
    except SettingsError as error:  # a server that will not have us, or a file of a setting that cannot be used
        print(f"harmattan: {error}", file=sys.stderr)
        sys.exit(2)
    except TyperException as error:  # no such command or option, a value that is none
        message = error.format_message()
        if message and "\n" not in message:  # else it is the help, which was asked for by saying nothing
            print(f"harmattan: {message} (see: harmattan --help)", file=sys.stderr)
        elif message:
            print(message, file=sys.stderr)
        sys.exit(2)
    except typer.Abort:  # Ctrl-C, or no answer, where it asks
        print("\nharmattan: nothing was done", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:  # | head
        sys.stderr.close()
        sys.exit(0)
