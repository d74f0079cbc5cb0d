"""`python -m tests.fuzz [--seconds S] [--minutes M] [--seed N] [--found FOLDER] [NAME …]`: broken input to each parser.

Samples are cut, doubled, joined and sprinkled with bytes and with words that mean something. A finding is an exception
that a parser is not to raise, more than SLOW_S of CPU or more than MEMORY for one input; it is written into the folder,
to be made small and put into tests/collect/test_found.py. With --minutes it goes round all of them, seed after seed, so
that each gets the same share of the CPU. Without coverage as a guide, which tests/fuzz/guided.py has.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import itertools
import logging
import random
import resource
import signal
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from schemas.record import Record
from services.article.normalize import handle
from services.collect import intake, opml
from services.collect.kinds import READERS
from services.collect.robots import rules_of
from services.fetch.answer import Answer
from tests.fuzz.samples import SAMPLES, WORDS

HERE = "https://sahel.example.org/here"
NOW = 1_690_500_000_000
SLOW_S = 3.0
HANGS_S = 60.0
# what the whole process may take; a parser that wants more ends with a MemoryError
MEMORY = 3 << 30
LONGEST = 200_000


def _opml(body: bytes) -> None:
    with contextlib.suppress(opml.OpmlError):
        opml.read(body)


def _robots(body: bytes) -> None:
    rules = rules_of(Answer(HERE, 200, body=body))
    rules.forbid("https://sahel.example.org/a?b", "harmattan")
    rules.delay_s("harmattan")


PARSERS: dict[str, Callable[[bytes], object]] = {
    **{name: lambda body, read=read: read(body, "", HERE) for name, read in READERS.items()},  # type: ignore[misc]  # a default binds
    "opml": _opml,
    "robots": _robots,
    "posted": lambda body: intake.read(body, NOW),
    "raw": lambda body: handle([Record("articles.raw", 0, 0, NOW, None, body)], "fuzz"),
}


def broken(samples: tuple[bytes, ...], chance: random.Random) -> bytes:
    """A sample after one to eight mutations."""
    body = bytearray(chance.choice(samples))
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randint(0, len(body)), min(int(chance.expovariate(1 / 40)), len(body))
        kind = chance.randrange(7)
        if kind == 0:
            del body[at : at + length]
        elif kind == 1:
            body[at:at] = body[at : at + length] * chance.choice((1, 2, 50, 1000))
        elif kind == 2:
            body[at:at] = chance.choice(WORDS) * chance.choice((1, 1, 1, 3, 500))
        elif kind == 3 and body:
            body[at % len(body)] = chance.randrange(256)
        elif kind == 4:
            del body[at:]
        elif kind == 5:
            other = chance.choice(samples)
            body[at:] = other[chance.randint(0, len(other)) :]
        else:
            body[at : at + length] = chance.randbytes(length % 16)
        del body[LONGEST:]
    return bytes(body)


def _hung(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"more than {HANGS_S} s of CPU for one input")


def trouble(name: str, body: bytes) -> str | None:
    """What is wrong with how this input is read, in a line that is the same for the same fault."""
    # an input that is never done with: the signal ends it wherever Python looks at signals
    signal.signal(signal.SIGVTALRM, _hung)
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS_S)
    try:
        PARSERS[name](body)
    # the very thing that is looked for
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    took = time.process_time() - begun
    return f"slow: more than {SLOW_S} s" if took > SLOW_S else None


@dataclass(slots=True)
class Tally:
    """What was done to one parser."""

    tried: int = 0
    cpu_s: float = 0.0
    faults: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        said = dict(self.faults) if self.faults else "no trouble"
        return f"{self.tried} inputs in {self.cpu_s / 60:.1f} minutes of CPU, {said}"


def turn(name: str, tally: Tally, seed: int, seconds: float, found: Path) -> None:
    """Adds so many seconds of CPU to the tally; keeps the first input of each fault."""
    chance, begun = random.Random(seed), time.process_time()
    while time.process_time() < begun + seconds:
        body = broken(SAMPLES[name], chance)
        tally.tried += 1
        with contextlib.redirect_stderr(io.StringIO()):
            fault = trouble(name, body)
        if fault and not tally.faults[fault]:
            (found / f"{name}-{hashlib.sha256(body).hexdigest()[:12]}").write_bytes(body)
        if fault:
            tally.faults[fault] += 1
    tally.cpu_s += time.process_time() - begun


def main() -> None:
    """Prints what was tried and found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *PARSERS], default=[], metavar="NAME")
    parser.add_argument("--seconds", type=float, default=60.0, help="of CPU for each parser, in each round")
    parser.add_argument("--minutes", type=float, default=0.0, help="round after round for so long; else one round")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--found", type=Path, default=Path(".local/fuzz"))
    given = parser.parse_args()
    logging.disable()
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    given.found.mkdir(parents=True, exist_ok=True)
    for name in PARSERS:
        # what is loaded at the first use is no fault of an input
        for body in SAMPLES[name]:
            PARSERS[name](body)
    tallies = {name: Tally() for name in given.names or PARSERS}
    end = time.monotonic() + 60 * given.minutes
    for seed in itertools.count(given.seed):
        for name, tally in tallies.items():
            turn(name, tally, seed, given.seconds, given.found)
        print(time.strftime("%H:%M"), *(f"{name}: {tally}" for name, tally in tallies.items()), sep="\n", flush=True)
        if time.monotonic() >= end:
            break


if __name__ == "__main__":
    main()
