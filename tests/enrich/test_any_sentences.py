"""Sentences of many articles in one: whatever stands together, it is tagged, and each span says what stands there."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from services.enrich.enrich import load, tag
from tests.enrich.conftest import SEEDS, article
from tests.quality.measure import LANGUAGES, labels

CRISES = load(SEEDS)
TEXTS = {language: labels(language, "dev") for language in LANGUAGES}
SENTENCES = {
    language: [one for label in texts for one in re.split(r"(?<=[.!?؟])\s+|\n+", label.text) if one.strip()]
    for language, texts in TEXTS.items()
}
HEADLINES = {language: [label.title for label in texts] for language, texts in TEXTS.items()}
DAYS = st.none() | st.dates(dt.date(2019, 1, 1), dt.date(2026, 6, 1)).map(dt.date.isoformat)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_whatever_sentences_stand_together_they_are_tagged(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(LANGUAGES))
    parts = data.draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=1, max_size=9))
    title = data.draw(st.sampled_from(HEADLINES[language]))
    text = data.draw(st.sampled_from((" ", "\n\n"))).join(parts)
    sent = article(text, title, data.draw(DAYS), language)
    tags, content = tag(sent, CRISES), sent.content()
    spans = [mention for entity in tags.entities for mention in entity.mentions]
    for span in (*spans, *(coup.evidence for coup in tags.coups)):
        assert content[span.start : span.end] == span.surface
    keys = [(coup.event, coup.status) for coup in tags.coups]
    assert len(keys) == len(set(keys))


def test_the_same_words_found_with_and_without_their_coup_stand_in_order() -> None:
    text = (
        "Soldiers claimed on Sunday to have removed President Patrice Talon. Mali kicked off the wave in August 2020 "
        "when five colonels pushed out President Keita. A second takeover followed in May 2021. In Sudan Burhan led a "
        "coup against a fragile partnership in October 2021."
    )
    title = "Africa's coup map: how an attempt in Benin extends a five-year wave"
    told = {coup.event for coup in tag(article(text, title, "2025-12-08", "en"), CRISES).coups}
    assert {"benin-2025-attempt", "mali-2020", "sudan-2021"} <= told
