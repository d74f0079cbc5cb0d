"""A notice as an HTML mail: inline CSS only, everything of strangers escaped, no image, no script. Pure.

Templates escape by themselves; only http(s) addresses become links.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from schemas.notice import Notice
from services.alert.links import Links
from services.alert.text import NO_LINKS, title
from services.alert.wording import facts, line, moment, right_to_left, subject, throttled


def notice_html(notice: Notice, links: Links = NO_LINKS) -> str:
    """A whole document; what is in a right-to-left language has dir=rtl and its lang."""
    return _TEMPLATE.render(
        notice=notice, title=title(notice), subject=subject(notice), links=links, throttled=throttled(notice)
    )


def _direction(text: str, language: str) -> str:
    return "rtl" if right_to_left(text, language) else "ltr"


def _openable(address: str) -> bool:
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return False


_ENVIRONMENT = Environment(
    loader=PackageLoader("services.alert"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.globals.update(facts=facts, direction=_direction)
_ENVIRONMENT.filters.update(line=line, moment=moment)
_ENVIRONMENT.tests["openable"] = _openable
_TEMPLATE = _ENVIRONMENT.get_template("mail.html")
