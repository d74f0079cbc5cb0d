"""Where sentences begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from services.enrich.text.sentences import LONGEST, starts_of_sentences


def _starts(key: bytes) -> list[int]:
    return starts_of_sentences(key, lambda _: True)


def test_a_text_that_never_stops_is_cut_between_words() -> None:
    key = b"coups in mali, guinea and niger, " * 1_000
    starts = _starts(key)
    assert len(starts) > len(key) // LONGEST
    assert all(key[start] == 0x20 for start in starts[1:])


def test_a_long_list_is_one_sentence() -> None:
    assert _starts(b"mali, " * (LONGEST // 6 - 1)) == [0]


@given(st.lists(st.sampled_from([b"mali ", b"coup", b". ", b"x" * 5_000, b" ", b"; "]), max_size=60).map(b"".join))
def test_no_sentence_is_longer_than_twice_the_longest(key: bytes) -> None:
    starts = _starts(key)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert all(end - start <= 2 * LONGEST for start, end in zip(starts, [*starts[1:], len(key)], strict=True))
