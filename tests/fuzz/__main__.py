"""`python -m tests.fuzz [--seconds S] [--seed N] [--found FOLDER] [NAME …]`: broken input to each parser, in turn.

Samples are cut, doubled, joined and sprinkled with bytes and with words that mean something. A finding is an exception
that a parser is not to raise, or more than SLOW_S of CPU for one input; it is written into the folder, to be made small
and put into tests/collect/test_found.py. Without coverage as a guide: an hour of this is not an hour of atheris.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import logging
import random
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
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
LONGEST = 200_000


def _opml(body: bytes) -> None:
    with contextlib.suppress(opml.OpmlError):
        opml.read(body)


def _robots(body: bytes) -> None:
    rules = rules_of(Answer(HERE, 200, body=body))
    rules.forbid("https://sahel.example.org/a?b", "harmattan")
    rules.delay_s("harmattan")


PARSERS: dict[str, Callable[[bytes], object]] = {
    **{name: lambda body, read=read: read(body, "", HERE) for name, read in READERS.items()},  # type: ignore[misc]
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


def trouble(name: str, body: bytes) -> str | None:
    """What is wrong with how this input is read, in a line that is the same for the same fault."""
    begun = time.process_time()
    try:
        PARSERS[name](body)
    # the very thing that is looked for
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    took = time.process_time() - begun
    return f"slow: more than {SLOW_S} s" if took > SLOW_S else None


def main() -> None:
    """Prints what was tried and found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *PARSERS], default=[], metavar="NAME")
    parser.add_argument("--seconds", type=float, default=60.0, help="for each parser")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--found", type=Path, default=Path(".local/fuzz"))
    given = parser.parse_args()
    logging.disable()
    warnings.simplefilter("ignore")
    given.found.mkdir(parents=True, exist_ok=True)
    for name in given.names or PARSERS:
        chance, end = random.Random(given.seed), time.monotonic() + given.seconds
        tried, found = 0, Counter[str]()
        while time.monotonic() < end:
            body = broken(SAMPLES[name], chance)
            tried += 1
            with contextlib.redirect_stderr(io.StringIO()):
                fault = trouble(name, body)
            if fault and not found[fault]:
                (given.found / f"{name}-{hashlib.sha256(body).hexdigest()[:12]}").write_bytes(body)
            if fault:
                found[fault] += 1
        said = dict(found) if found else "no trouble"
        print(f"{name}: {tried} inputs in {given.seconds:.0f} s, {said}", flush=True)


if __name__ == "__main__":
    main()
