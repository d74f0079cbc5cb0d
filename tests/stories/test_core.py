"""One story, one alert, whoever dies when."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from schemas.enriched import EnrichedArticle
from schemas.record import Record
from services.enrich.enrich import Compiled
from services.pipeline import CRISIS
from services.stories.core import Partition, handle
from services.stories.decide import alert_id
from tests.stories.stream import START, Worker, enriched, minutes, rules

COUP = (
    "Soldiers appeared on the national television of Niger late on Wednesday and said that President Mohamed Bazoum "
    "had been removed from power. The borders are closed and a curfew is in force, said Colonel Amadou Abdramane, who "
    "sat among nine other officers in blue fatigues. The ministers were told to go home. Nobody has seen the president "
    "since the guard took the palace in the morning, and shops around the grand market stayed shut all day."
)
AIRSPACE = (
    "Niger has closed its airspace until further notice, a spokesman of the junta said on television on Sunday "
    "evening. He spoke of the threat of an intervention from neighbours. Any attempt to fly over the country would be "
    "met with an energetic and immediate response. Airlines began to turn their planes around over the Sahara at once."
)


@pytest.fixture
def coup(crises: Compiled) -> EnrichedArticle:
    return enriched(crises, "Soldiers in Niger announce coup on television", COUP, source="Wire One")


@pytest.fixture
def copy(crises: Compiled) -> EnrichedArticle:
    text = f"{COUP} Read more on our site."
    return enriched(crises, "Niger president toppled, say soldiers", text, source="Daily Two", at=minutes(3))


@pytest.fixture
def other(crises: Compiled) -> EnrichedArticle:
    return enriched(crises, "Niger junta closes airspace over intervention threat", AIRSPACE, at=minutes(60 * 24 * 10))


def test_the_first_article_of_a_story_alerts_and_says_why(coup: EnrichedArticle) -> None:
    worker = Worker()
    [alert] = worker.feed(coup)
    assert alert.kind == "new-story"
    assert alert.why.startswith("New: ")
    assert alert.story == worker.story(coup)
    assert alert.id == alert_id("niger-2023", worker.story(coup), "new-story", "")
    assert (alert.articles, alert.copies, alert.sources, alert.late) == (1, 0, 1, False)
    assert alert.first_seen == coup.received
    assert alert.headline == coup.title


def test_a_copy_joins_in_silence_and_is_named_as_one(coup: EnrichedArticle, copy: EnrichedArticle) -> None:
    worker = Worker()
    assert len(worker.feed(coup)) == 1
    assert worker.feed(copy) == []
    assert worker.story(copy) == worker.story(coup)
    assert worker.enriched[-1]["stories"][0]["copy_of"] == coup.id


def test_another_development_alerts_as_another_story(coup: EnrichedArticle, other: EnrichedArticle) -> None:
    worker = Worker()
    assert [len(worker.feed(one)) for one in (coup, other)] == [1, 1]
    assert worker.story(coup) != worker.story(other)


def test_a_replay_alerts_nobody_and_says_the_same(
    coup: EnrichedArticle, copy: EnrichedArticle, other: EnrichedArticle
) -> None:
    worker = Worker()
    worker.feed(coup, copy, other)
    said = list(worker.enriched)
    worker.enriched.clear()
    assert worker.feed(other, copy, coup) == []
    for one in worker.enriched:
        [before] = [two for two in said if two["id"] == one["id"]]
        assert one["stories"][0]["story"] == before["stories"][0]["story"]
    worker.restart()
    assert worker.feed(coup, copy, other) == []


def test_a_corrected_article_stays_in_its_story_without_an_alert(crises: Compiled, coup: EnrichedArticle) -> None:
    url = "https://example.org/niger"
    worker = Worker()
    [alert] = worker.feed(enriched(crises, coup.title, COUP, url=url))
    text = COUP.replace("Wednesday", "Thursday")
    corrected = enriched(crises, "Soldiers in Niger say president removed", text, url=url, at=minutes(30))
    assert worker.feed(corrected) == []
    assert worker.story(corrected) == alert.story


def test_another_story_at_the_same_address_alerts(crises: Compiled) -> None:
    """A feed that gives all its items one link."""
    url = "https://example.org/live"
    worker = Worker()
    first = worker.feed(enriched(crises, "Soldiers in Niger announce coup on television", COUP, url=url))
    then = worker.feed(enriched(crises, "Niger junta closes airspace", AIRSPACE, url=url, at=minutes(60 * 24 * 2)))
    assert len(first) == len(then) == 1
    assert first[0].story != then[0].story


def test_what_is_fed_for_the_record_never_alerts_and_is_known_afterwards(
    coup: EnrichedArticle, copy: EnrichedArticle
) -> None:
    worker = Worker()
    assert worker.feed(coup, quiet=True) == []
    assert worker.feed(copy) == []
    assert worker.story(copy) == worker.story(coup)


def test_what_arrives_late_alerts_and_is_marked(crises: Compiled) -> None:
    now = START + timedelta(days=5)
    late = enriched(crises, "Niger junta closes airspace", AIRSPACE, at=now, published=now - timedelta(days=3))
    [alert] = Worker().feed(late)
    assert alert.late
    assert alert.published_note == "published 3 days before it arrived"


def test_without_a_date_the_alert_says_so(crises: Compiled) -> None:
    [alert] = Worker().feed(enriched(crises, "Niger junta closes airspace", AIRSPACE, published=None))
    assert (alert.published_note, alert.late) == ("publication date not known", False)


def test_a_crisis_without_rules_has_stories_and_no_alerts(coup: EnrichedArticle) -> None:
    worker = Worker(by={})
    assert worker.feed(coup) == []
    assert worker.story(coup)


def test_the_rest_of_a_chunk_goes_on_past_a_record_that_is_none(coup: EnrichedArticle) -> None:
    good = Record(CRISIS.name, 0, 2, 0, b"niger-2023", coup.model_dump_json(exclude={"stories"}).encode())
    bad, gone = Record(CRISIS.name, 0, 0, 0, b"niger-2023", b"{}"), Record(CRISIS.name, 0, 1, 0, b"niger-2023", None)
    told = handle([bad, gone, good], Partition(), rules())
    assert [one.error for one in told.handled.rejected] == ["schema"]
    assert told.handled.empty == [gone]
    assert (len(told.decisions), told.alerts) == (1, 1)


def mixture(crises: Compiled, count: int, seed: int) -> list[EnrichedArticle]:
    """Copies, follow-ups, corrections and repeats of a few developments, in any order."""
    rng = random.Random(seed)
    base = [("Soldiers in Niger announce coup on television", COUP), ("Niger junta closes airspace", AIRSPACE)]
    found: list[EnrichedArticle] = []
    for number in range(count):
        title, text = rng.choice(base)
        more: dict[str, Any] = {"at": minutes(number * 7), "source": f"Source {rng.randint(1, 9)}", "origin": number}
        match rng.randint(0, 3):
            case 0:
                text = f"{text} {' '.join(rng.choices(text.split(), k=20))}"
            case 1:
                title = f"{title} ({rng.choice(text.split())})"
            case 2:
                more["url"] = f"https://example.org/{rng.randint(1, 5)}"
            case _ if found:
                found.append(rng.choice(found))
                continue
        found.append(enriched(crises, title, text, **more))
    return found


@pytest.mark.parametrize("seed", range(5))
def test_a_worker_killed_anywhere_loses_no_alert_and_doubles_none(crises: Compiled, seed: int) -> None:
    """Whatever part of the decisions was written, whatever was committed: the same stories, the same alerts."""
    rng = random.Random(seed)
    articles = mixture(crises, 60, seed)
    calm = Worker()
    calm.feed(*articles)

    shaken = Worker()
    records = calm.records
    done = 0
    while done < len(records):
        end = min(len(records), done + rng.randint(1, 9))
        chunk = records[done:end]
        if rng.random() < 0.4:  # killed before the commit, with more or less of the decisions written
            shaken.follow(chunk, forget_decisions=rng.randint(0, len(chunk)))
            shaken.restart()
        else:
            shaken.follow(chunk)
            done = end
    assert set(shaken.keys()) == set(calm.keys())
    assert stories(shaken, articles) == stories(calm, articles)


def stories(worker: Worker, articles: Sequence[EnrichedArticle]) -> dict[str, str]:
    return {one.id: worker.story(one) for one in articles}


@pytest.mark.parametrize("seed", range(3))
def test_a_restored_state_decides_as_the_lost_one_would_have(crises: Compiled, seed: int) -> None:
    articles = mixture(crises, 60, seed)
    one, two = Worker(), Worker()
    for article in articles:
        one.feed(article)
        two.feed(article)
        two.restart()
    assert Counter(one.keys()) == Counter(two.keys())
    assert stories(one, articles) == stories(two, articles)


def test_decisions_that_a_slow_worker_writes_a_second_time_change_nothing(crises: Compiled) -> None:
    worker = Worker()
    worker.feed(*mixture(crises, 30, 1))
    expected = [story.message() for story in worker.partition.crises["niger-2023"].open.values()]
    worker.decisions += worker.decisions[10:20]
    worker.restart()
    assert [story.message() for story in worker.partition.crises["niger-2023"].open.values()] == expected


def test_many_sources_alert_once_where_a_quiet_story_becomes_everybodys(crises: Compiled) -> None:
    worker = Worker()
    wire = enriched(crises, "Soldiers in Niger announce coup on television", COUP, source="Wire One")
    assert [one.kind for one in worker.feed(wire)] == ["new-story"]
    later = [_taken_up(crises, 60 * 5 + number, number) for number in range(12)]
    assert [one.kind for one in worker.feed(*later)] == ["many-sources"]
    assert worker.feed(*(_taken_up(crises, 60 * 20 + number, 100 + number) for number in range(12))) == []


def test_what_was_everybodys_story_from_its_first_hour_does_not_alert_again_for_its_many_sources(
    crises: Compiled,
) -> None:
    worker = Worker()
    first = [_taken_up(crises, number, number) for number in range(12)]
    assert [one.kind for one in worker.feed(*first)] == ["new-story"]
    assert worker.feed(*(_taken_up(crises, 60 * 16 + number, 100 + number) for number in range(12))) == []
    worker.restart()
    assert worker.feed(*(_taken_up(crises, 60 * 22 + number, 200 + number) for number in range(12))) == []


def _taken_up(crises: Compiled, after: float, number: int) -> EnrichedArticle:
    """A copy of the first report, by a source of its own."""
    return enriched(
        crises, "Soldiers in Niger announce coup on television", f"{COUP} Report number {number}.",
        source=f"Source {number % 100}", at=minutes(after), origin=number,
    )


def test_a_new_main_actor_of_a_settled_story_alerts_when_three_sources_name_it(crises: Compiled) -> None:
    worker = Worker()
    told = [_retold(crises, number, "") for number in range(10)]
    assert [one.kind for one in worker.feed(*told)] == ["new-story"]
    assert len({worker.story(one) for one in told}) == 1
    alerts = worker.feed(*(_retold(crises, 20 + number, "Wagner ") for number in range(4)))
    assert [(one.kind, one.why) for one in alerts] == [
        ("new-actor", "Changed: Wagner Group is new in this story, say 3 sources."),
    ]


def _retold(crises: Compiled, number: int, who: str) -> EnrichedArticle:
    """The same news in other words, by another source."""
    chance = random.Random(number)
    words = ["market", "river", "taxi", "queue", "bank", "radio", "street", "evening", "school", "office", "dust"]
    text = " ".join(chance.choices(words, k=60))
    return enriched(
        crises, f"{who}Soldiers announce coup in Niger on television", f"Bazoum is removed from power. Seen: {text}.",
        source=f"Source {number}", at=minutes(5 * number), origin=number,
    )
