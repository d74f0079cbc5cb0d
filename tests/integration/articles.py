"""Articles for the tests: harmless ones, ones that alert, and the sample that the project started from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from deploy.local.settings import repository_root


def harmless(word: str, number: int = 0, **fields: Any) -> dict[str, Any]:
    """Nothing to do with any crisis; `word` is in the text, and in the address unless given."""
    return {
        "url": f"https://{word}.example/market/{number}",
        "title": f"Millet prices in the market of {word}, week {number}",
        "text": f"Traders of {word} say that the price of millet fell by {number % 7 + 1} percent since last week.",
        "published": "2023-08-10T09:00:00Z",
        "language": "en",
        "source": "Example Market Watch",
        **fields,
    }


def coup(word: str, number: int = 0, **fields: Any) -> dict[str, Any]:
    """Alerts: the crisis is its subject, and it reports the coup as done."""
    return {
        "url": f"https://{word}.example/niger/{number}",
        "title": f"Soldiers in Niger announce coup on state television, {word} {number}",
        "text": (
            "Soldiers appeared on the national television of Niger late on Wednesday and said that President Mohamed "
            f"Bazoum had been removed from power. The correspondent of {word} saw army vehicles in Niamey. The borders "
            f"are closed and a curfew is in force, said Colonel-Major Amadou Abdramane in message {number}."
        ),
        "published": "2023-07-26T23:00:00Z",
        "language": "en",
        "source": "Example Wire",
        **fields,
    }


def seed_file() -> Path:
    """The article that the user of the project started from; our own of the same layout where there is no such file."""
    shared = sorted((repository_root() / ".." / "shared" / "seeds").resolve().glob("*.txt"))
    return shared[0] if shared else repository_root() / "seeds" / "niger-2023" / "samples" / "airspace.en.txt"
