"""What was news months ago is none when it is published once more; what is new months later is."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from services.enrich.enrich import Compiled
from services.stories import echoes
from services.stories.echoes import Echoes
from services.stories.facts import Reading, read
from tests.stories.stream import START, Worker, enriched

HEADLINE = "Guards hold the president of Niger in his palace"
REPORT = (
    "Members of the presidential guard of Niger have held President Mohamed Bazoum in his palace in Niamey since dawn, "
    "two people close to him said. Army lorries stood across the avenue that leads to the gate, and a helicopter was "
    "over the river twice. Shops nearby stayed shut while the market on the other bank traded as on any Wednesday. "
    "The minister of the interior was taken from his house in the night, according to a neighbour."
)
LATER = START + timedelta(days=200)


@pytest.fixture
def worker(crises: Compiled) -> Worker:
    """One whose story of the palace has been closed for months, after a few others."""
    made = Worker()
    assert len(made.feed(enriched(crises, HEADLINE, REPORT, source="Wire One"))) == 1
    for number in range(60):
        day = START + timedelta(days=3 * number)
        made.feed(enriched(crises, f"Niger: road {number} reopened", f"Road {number} in Niger is open.", at=day))
    assert made.partition.crises["niger-2023"].echoes
    return made


@pytest.mark.parametrize(
    ("headline", "report"),
    [(HEADLINE, REPORT), (f"From the archive: {HEADLINE}", f"{REPORT} First published on our old site.")],
)
def test_an_old_report_that_is_published_again_joins_its_story_in_silence(
    crises: Compiled, worker: Worker, headline: str, report: str
) -> None:
    for number in range(40):
        again = enriched(
            crises, headline, report, at=LATER + timedelta(minutes=number), source=f"Site {number}",
            url=f"https://site{number}.example/again",
        )
        assert worker.feed(again) == []
        assert worker.story(again) == worker.story(enriched(crises, HEADLINE, REPORT))


def test_news_in_other_words_months_later_alerts_though_an_old_report_came_again(
    crises: Compiled, worker: Worker
) -> None:
    worker.feed(enriched(crises, HEADLINE, REPORT, at=LATER, url="https://site.example/again"))
    text = "President Mohamed Bazoum of Niger was freed on Monday, his lawyers said. He left the palace by car."
    assert len(worker.feed(enriched(crises, "Bazoum freed in Niamey", text, at=LATER + timedelta(hours=1)))) == 1


def test_the_same_words_with_other_figures_are_news(crises: Compiled) -> None:
    bulletin = REPORT.replace("Army lorries", "Some 40 lorries and 12 guns").replace("two people", "7 people")
    first = read(enriched(crises, "40 lorries, 12 guns", bulletin))
    other = bulletin.replace("40", "55").replace("12", "31")
    kept = Echoes()
    kept.add("a", "s", first)
    assert kept.find(first) == ("a", "s")
    assert kept.find(read(enriched(crises, "55 lorries, 31 guns", other))) is None


def test_a_restored_worker_knows_the_old_reports_too(crises: Compiled, worker: Worker) -> None:
    worker.restart()
    assert worker.feed(enriched(crises, HEADLINE, REPORT, at=LATER, url="https://site.example/again")) == []


def test_only_the_newest_texts_are_kept(crises: Compiled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(echoes, "KEPT", 5)
    first = read(enriched(crises, HEADLINE, REPORT))
    kept = Echoes()
    for number in range(20):
        hashes = np.arange(number * 100, number * 100 + 20, dtype=np.uint32)
        kept.add(str(number), "s", Reading(first.facts, "en", hashes))
    assert len(kept) == 5
    assert kept.find(Reading(first.facts, "en", np.arange(0, 20, dtype=np.uint32))) is None
    assert kept.find(Reading(first.facts, "en", np.arange(1900, 1920, dtype=np.uint32))) == ("19", "s")


def test_of_many_texts_with_the_same_words_in_them_few_are_compared(
    crises: Compiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read(enriched(crises, HEADLINE, REPORT))
    kept, compared = Echoes(), list[echoes.Hashes]()
    same = np.arange(8, dtype=np.uint32)
    for number in range(300):
        own = np.arange(100 * (number + 1), 100 * (number + 1) + 12, dtype=np.uint32)
        kept.add(str(number), "s", Reading(first.facts, "en", np.concatenate([same, own])))
    share = echoes._share

    def counted(one: echoes.Hashes, two: echoes.Hashes) -> float:
        compared.append(two)
        return share(one, two)

    monkeypatch.setattr(echoes, "_share", counted)
    found = kept.find(Reading(first.facts, "en", np.concatenate([same, np.arange(30_000, 30_012, dtype=np.uint32)])))
    assert found == ("299", "s")
    assert len(compared) <= echoes.KEYS * echoes.COMPARED
