"""Where a browser may be sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.article.link import link


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "http://example.org", "http://[::1]/x"])
def test_an_http_address_is_a_link(address: str) -> None:
    assert link(address) == address


@pytest.mark.parametrize("address", [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)", "data:text/html,x",
    "//example.org", "/article/1", "https:", "http://", "http://[broken", "ftp://example.org", "", None,
    "https://user:secret@example.org/", "https://example.org\\@evil.example", "vbscript:x", "https://example.org/\x00",
])
def test_anything_else_is_none(address: str | None) -> None:
    assert link(address) is None


@given(st.text())
def test_a_link_never_has_another_scheme(text: str) -> None:
    assert (link(text) or "http:").startswith("http")
