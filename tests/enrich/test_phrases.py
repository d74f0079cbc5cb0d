"""The small words beside a mention are data: each language brings its own, and none may be left out of the patterns."""

from __future__ import annotations

import pytest

from services.enrich.enrich import Compiled
from services.enrich.fold import fold_name
from services.enrich.phrases import ROLES, compile_phrases
from services.enrich.seeds import read
from tests.enrich.conftest import SEEDS


def test_every_kind_of_small_word_has_data() -> None:
    told = {role for cues in read(SEEDS).cues for role in cues.cues}
    assert told >= ROLES


@pytest.mark.parametrize("text", ["rumours of a", "les rumeurs de", "jita-jitar", "jita jitan", "شائعات عن"])
def test_talk_is_known_in_four_languages(text: str, crises: Compiled) -> None:
    assert crises.phrases.talk.search(b" " + fold_name(text) + b" ")


def test_a_word_between_any_and_the_mention_is_seen_through(crises: Compiled) -> None:
    assert crises.phrases.any.search(b" any further ")
    assert not crises.phrases.any.search(b" any one of the many ")


def test_what_a_coup_could_do_is_told_from_what_it_could_be(crises: Compiled) -> None:
    assert crises.phrases.could_do.match(b"could fuel unrest")
    assert not crises.phrases.could_do.match(b"could be under way")


def test_a_kind_without_words_matches_nothing() -> None:
    assert not compile_phrases({}).talk.search(b"rumours of a coup")
