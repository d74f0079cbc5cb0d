"""`python -m tests.fuzz.guided NAME FOLDER [libFuzzer's options]`: input to one parser, guided by what it reaches.

FOLDER keeps what reached something new, and is gone on from next time. A fault ends the run, and its input is left in
FOLDER as `crash-…`. Needs `pip install atheris`, which is no dependency of ours: 35 MB, and not for every machine.
An hour: `-max_total_time=3600`.
"""

from __future__ import annotations

import argparse
import logging
import sys
import warnings
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # installed by whoever fuzzes, see above

# ours and the parsers below ours; regular expressions and C are not looked into
with atheris.instrument_imports(include=["services", "schemas", "feedparser", "warcio", "protego", "trafilatura"]):
    from tests.fuzz.__main__ import HANGS_S, MEMORY, PARSERS
    from tests.fuzz.samples import SAMPLES, WORDS

# libFuzzer takes no longer one
LONGEST_WORD = 64


def _escaped(word: bytes) -> str:
    return "".join(rf"\x{byte:02x}" for byte in word)


def main() -> None:
    """Never returns: libFuzzer ends the process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=list(PARSERS))
    parser.add_argument("folder", type=Path)
    given, options = parser.parse_known_args()
    name, found = given.name, given.folder
    found.mkdir(parents=True, exist_ok=True)
    for number, body in enumerate(SAMPLES[name]):
        (found / f"sample-{number}").write_bytes(body)
        PARSERS[name](body)  # what is loaded at the first use is no fault of an input
    words = found.with_suffix(".dict")
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in WORDS if 0 < len(word) < LONGEST_WORD))
    logging.disable()
    warnings.simplefilter("ignore")
    atheris.Setup(
        [
            sys.argv[0], f"-dict={words}", f"-artifact_prefix={found}/", f"-timeout={HANGS_S:.0f}",
            f"-rss_limit_mb={MEMORY >> 20}", "-max_len=200000", *options, str(found),
        ],
        PARSERS[name],
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
