"""What the lines below a headline say: who speaks on which day makes news of a headline in which nothing happens."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger

# enough of a text that thinks about it, with nobody who speaks and no day
THINKS = (
    "Le coup d'État au Niger a mis fin au pouvoir de Mohamed Bazoum et ouvert une période dont personne ne connaît le "
    "terme. La région entière en porte la marque, entre la peur d'une guerre et celle d'une contagion. Rien ne sera "
    "plus tout à fait comme avant dans ce pays que l'on disait le plus stable des trois. "
)


def test_a_headline_in_which_nothing_happens_over_lines_that_think_wakes_nobody(tagged: Tagger) -> None:
    tags = tagged(THINKS, title="Niger : le pays des incertitudes", language="fr", published="2023-08-05")
    assert not tags.alert


def test_what_somebody_of_rank_has_said_in_the_lines_is_news(tagged: Tagger) -> None:
    said = "Le calme doit revenir, a affirmé l'ambassadeur marocain lors d'une réunion. "
    assert tagged(said + THINKS, title="Niger : le pays des incertitudes", language="fr", published="2023-08-05").alert


def test_what_an_analyst_has_said_is_none(tagged: Tagger) -> None:
    said = "Le calme doit revenir, a expliqué un chercheur. "
    tags = tagged(said + THINKS, title="Niger : le pays des incertitudes", language="fr", published="2023-08-05")
    assert not tags.alert


def test_who_asks_for_help_in_a_headline_acts(tagged: Tagger) -> None:
    text = (
        "Niger's new rulers want fighters of the Russian company Wagner at their side as the ultimatum runs out, "
        "according to an analyst who follows the group. The wish was put forward on a visit to Bamako by one of the "
        "officers of the coup, in talks that sources of two countries knew of."
    )
    assert tagged(text, title="Niger's rulers beg for help from Wagner", published="2023-08-05").alert


AID = "Niger : les ONG exclues des zones de combat"


def test_an_effect_that_those_who_rule_announce_that_day_is_their_act(tagged: Tagger) -> None:
    text = "La junte au pouvoir au Niger a annoncé jeudi qu'elle suspendait les travaux des ONG dans ces zones."
    assert tagged(text, title=AID, language="fr", published="2023-08-31").alert


def test_an_effect_that_nobody_announces_stays_one(tagged: Tagger) -> None:
    text = "Les ONG n'entrent plus dans ces zones du Niger depuis que la junte a pris le pouvoir. Les vivres manquent."
    assert not tagged(text, title=AID, language="fr", published="2023-08-31").alert


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Niger is the fourth nation since 2020 to suffer a coup, following Mali and Burkina Faso.", 1),
        ("Le Niger est le quatrième pays à subir un coup d'État depuis 2020, après le Mali et le Burkina Faso.", 1),
        ("النيجر رابع دولة تشهد انقلابا منذ 2020 بعد مالي وبوركينا فاسو.", 1),
        ("Nijar ita ce kasa ta hudu da aka yi juyin mulki tun 2020, bayan Mali da Burkina Faso.", 1),
        ("It is the sixth coup in the region since 2020, after those in Mali and Burkina Faso.", 2),
    ],
)
def test_of_each_state_that_is_counted_one_coup_is_meant(text: str, events: int, tagged: Tagger) -> None:
    tags = tagged(f"Bazoum is held by the soldiers who took power in Niger. {text}", published="2023-08-24")
    assert sum(c.event.startswith("mali-") for c in tags.coups) == events
