"""Dead letters: whatever bytes they hold can be shown."""

from __future__ import annotations

import base64
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from services.desk.buried import SHOWN, buried, decoded, readable


@given(st.binary(max_size=200))
def test_any_bytes_become_a_text_without_control_characters(value: bytes) -> None:
    text = readable(decoded(base64.b64encode(value).decode()))
    assert text is not None
    assert not [one for one in text if unicodedata.category(one)[0] == "C" and one not in "\n\t"]


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs")), max_size=50))
def test_what_can_be_read_is_shown_as_it_is(text: str) -> None:
    assert readable(text.encode()) == text


def test_what_cannot_be_read_is_written_out() -> None:
    assert readable(b"a\x00\xff\xe2\x80\xae\n") == "a\\x00\\xff\\u202e\n"
    assert readable(None) is None


def test_only_the_beginning_of_a_long_value_is_shown_with_its_length() -> None:
    letter = buried({"id": "a-0-1-0", "value": base64.b64encode(b"x" * 9_000).decode()})
    assert (len(letter.value or ""), letter.bytes) == (SHOWN, 9_000)


def test_a_value_that_is_no_base64_is_shown_too() -> None:
    assert decoded("not base64!") == b"not base64!"
