"""`python -m tests.crash [--points N] [--seed N]`: kills of alert, stories and enrich on a stack of its own.

Exit code 1 where an alert is lost or doubled. The same seed kills the same workers after the same delays; what they
were at in that moment is the machine's.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.crash.hook import listening
from tests.crash.plan import plan
from tests.crash.run import crash, environ
from tests.integration.desk import own_desk


def main() -> int:
    """See the module."""
    parser = argparse.ArgumentParser(prog="make crash", description=__doc__)
    parser.add_argument("--points", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10_000))
    options = parser.parse_args()
    print(f"--points {options.points} --seed {options.seed}", flush=True)
    begun = time.monotonic()
    with listening() as hook, tempfile.TemporaryDirectory() as home:
        given = environ(hook, Path(home))
        os.environ.update(given)  # whatever starts below has it
        with own_desk(seeds=Path(given["HARMATTAN_SEEDS"])) as desk:
            counted = crash(desk, hook, list(plan(options.points, options.seed)), given, _say)
    print(counted)
    problems = counted.problems()
    for problem in problems:
        print(f"✗ {problem}")
    print(f"{'failed' if problems else 'each alert is there once'}, after {time.monotonic() - begun:.0f} s")
    return 1 if problems else 0


def _say(line: str) -> None:
    print(line, flush=True)


sys.exit(main())
