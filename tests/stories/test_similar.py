"""What says that an article goes on with a story, and what says that it does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from deploy.local.settings import repository_root
from schemas.enriched import EnrichedArticle
from schemas.normalized import NormalizedArticle
from schemas.record import Record
from services.article.normalize import handle as normalize
from services.enrich.enrich import Compiled
from tests.stories.stream import START, Worker, enriched, minutes, tagged

# headline and lead in four languages, and what else happened in the same days to the same people
AIRSPACE = [
    ("en", "Niger closes airspace as deadline expires", "The junta closed the airspace over a threat of intervention."),
    ("fr", "Le Niger ferme son espace aérien", "La junte ferme l'espace aérien face à une menace d'intervention."),
    ("ha", "Nijar ta rufe sararin samaniyarta", "Sojoji sun rufe sararin samaniya saboda barazanar kutse."),
    ("ar", "النيجر تغلق مجالها الجوي", "أغلق المجلس العسكري المجال الجوي بسبب تهديد بالتدخل."),
]
NAMED = [
    ("en", "Niger junta names economist Zeine prime minister", "The junta named Ali Mahaman Lamine Zeine on Monday."),
    ("fr", "Niger : Ali Lamine Zeine nommé premier ministre", "Les militaires putschistes l'ont nommé lundi."),
    ("ar", "المجلس العسكري في النيجر يعين لامين زين رئيسا للوزراء", "عين العسكريون علي محمان لامين زين."),
]


def articles(crises: Compiled, texts: list[tuple[str, str, str]], hours: float) -> list[EnrichedArticle]:
    return [
        enriched(crises, title, lead, language=language, source=f"{language} source",
                 at=START + timedelta(hours=hours, minutes=20 * number))
        for number, (language, title, lead) in enumerate(texts)
    ]


@pytest.fixture
def worker(crises: Compiled) -> Worker:
    """It has followed a week of the crisis, so that what is usual in it is known."""
    found = Worker()
    for day in range(4):
        found.feed(*articles(crises, [
            ("en", f"Bazoum held on day {day} after coup in Niger", "President Mohamed Bazoum is held in Niamey."),
            ("fr", "La Cédéao décide de sanctions contre la junte au Niger", "Le sommet d'Abuja sanctionne la junte."),
        ], hours=24 * day))
    return found


def test_the_same_report_in_another_language_joins(worker: Worker, crises: Compiled) -> None:
    told = articles(crises, AIRSPACE, hours=100)
    assert len(worker.feed(*told)) == 1
    assert len({worker.story(one) for one in told}) == 1


def test_another_development_of_the_same_hour_and_people_is_another_story(worker: Worker, crises: Compiled) -> None:
    one, two = articles(crises, AIRSPACE[:3], hours=100), articles(crises, NAMED, hours=100.1)
    mixed = [article for pair in zip(one, two, strict=True) for article in pair]
    assert len(worker.feed(*mixed)) == 2
    assert {worker.story(article) for article in one}.isdisjoint(worker.story(article) for article in two)


def test_the_same_again_days_later_is_news(worker: Worker, crises: Compiled) -> None:
    [first, *_] = articles(crises, AIRSPACE, hours=100)
    again = enriched(crises, "Niger shuts its airspace once more", "No plane may cross its airspace, the junta said.",
                     at=first.received + timedelta(days=5))
    assert len(worker.feed(first)) == 1
    assert len(worker.feed(again)) == 1
    assert worker.story(first) != worker.story(again)


def test_the_samples_of_the_demo_are_four_stories_though_they_share_the_names_of_the_crisis(crises: Compiled) -> None:
    files = sorted((repository_root() / "seeds/niger-2023/samples").iterdir())
    raw = [Record("articles.raw", 0, at, 1_700_000_000_000 + at, None, file.read_bytes())
           for at, file in enumerate(files)]
    worker, alerts = Worker(), []
    for send in normalize(raw, "test").sends:
        alerts += worker.feed(tagged(crises, NormalizedArticle.model_validate_json(send.value)))
    assert [alert.kind for alert in alerts] == ["new-story"] * len(files)


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "Soldiers oust Niger president Bazoum"),
        ("en", "Niger: soldiers announce end of Bazoum rule"),
        ("fr", "Niger : les militaires au pouvoir"),
        ("ar", "الجيش يعزل رئيس النيجر"),
    ],
)
def test_a_bare_headline_of_the_same_takeover_joins_its_story(crises: Compiled, language: str, headline: str) -> None:
    worker = Worker()
    text = (
        "Soldiers said on television that they had ended the rule of President Mohamed Bazoum of Niger, whom his guard "
        "has held in the palace since dawn. They closed the borders and imposed a curfew until further notice."
    )
    first = enriched(crises, "Soldiers in Niger say they have removed President Bazoum", text, source="Wire One")
    bare = enriched(crises, headline, "", language=language, at=minutes(120), source="Ticker")
    assert len(worker.feed(first)) == 1
    assert worker.feed(bare) == []
    assert worker.story(bare) == worker.story(first)
