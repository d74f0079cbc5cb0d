"""What a site puts before all its texts joins none of them."""

from __future__ import annotations

import pytest

from services.enrich.enrich import Compiled
from services.stories.echoes import Echoes
from services.stories.facts import read
from tests.stories.stream import Worker, enriched, minutes

COOKIES = (
    "This site and its 800 partners keep cookies on your device and process personal data for measuring and for "
    "advertisements. You may accept all of them, refuse all of them, or choose for each purpose, and change your mind "
    "at any time under privacy at the foot of each page. "
)
PAYMENT = (
    "Subscribe to go on reading. Are you a subscriber already? Log in to your account. With a subscription you read "
    "all that our reporters write in the region, on every device, without advertisements, and you cancel whenever you "
    "like. The first month is one euro."
)
ABONNES = (
    "Cet article est réservé aux abonnés. Abonnez-vous pour un euro le premier mois, sans engagement, ou "
    "connectez-vous si vous avez déjà un abonnement. Nos journalistes vous racontent chaque jour la région comme "
    "personne d'autre ne le fait, sur tous vos écrans."
)


@pytest.mark.parametrize(
    ("language", "wall", "headlines"),
    [
        ("en", COOKIES, ("Niger junta closes airspace", "Bazoum to be tried for treason, Niger junta says")),
        ("en", PAYMENT, ("France evacuates its citizens from Niger", "ECOWAS army chiefs meet over Niger in Accra")),
        ("fr", ABONNES, ("Niger : la junte ferme l'espace aérien", "Niger : la junte nomme un premier ministre")),
    ],
)
def test_two_events_behind_one_wall_are_two_alerts(
    crises: Compiled, language: str, wall: str, headlines: tuple[str, str]
) -> None:
    worker = Worker()
    for number in range(20):
        for usual in (f"Niger junta: road {number} reopened", f"Niger : la junte rouvre la route {number}"):
            worker.feed(enriched(crises, usual, f"{usual}.", language=language))
    first, second = (
        enriched(crises, headline, wall, language=language, at=minutes(60 * number), source="Site")
        for number, headline in enumerate(headlines)
    )
    assert [len(worker.feed(one)) for one in (first, second)] == [1, 1]
    assert worker.story(first) != worker.story(second)


def test_one_headline_behind_a_wall_on_two_sites_is_a_copy(crises: Compiled) -> None:
    worker = Worker()
    headline = "France evacuates its citizens from Niger"
    assert len(worker.feed(enriched(crises, headline, PAYMENT, source="One", url="https://one.example/1"))) == 1
    assert worker.feed(enriched(crises, headline, PAYMENT, source="Two", url="https://two.example/1")) == []


def test_a_wall_is_not_remembered_as_a_report(crises: Compiled) -> None:
    kept = Echoes()
    kept.add("a", "s", read(enriched(crises, "Niger junta closes airspace", COOKIES)))
    assert len(kept) == 0


def test_a_report_that_speaks_of_subscribers_is_no_wall(crises: Compiled) -> None:
    text = "A telephone company in Niger said that its subscribers could not log in for hours after the coup."
    assert not read(enriched(crises, "Niger: networks down", text)).walled
