"""What every page of the desk needs: the indexes, the clock, the templates."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from services.accounting import Status
from services.article.link import link
from services.desk import chart, forms, wording, written
from services.desk.atlas import Atlas
from services.desk.reading import Reading
from services.desk.sources import Sources
from services.desk.watching import Watch
from services.search.archive import Archive
from services.search.saved import Shelf

HERE = Path(__file__).parent
NAVIGATION = (
    ("/", "Watch"), ("/search", "Search"), ("/alerts", "Alerts"), ("/stories", "Stories"), ("/map", "Map"),
    ("/dead", "Dead letters"), ("/health", "Health"),
)


def _now() -> datetime:
    return datetime.now(UTC)


def templates(now: Callable[[], datetime]) -> Environment:
    """Everything is escaped, and a name that a page forgot is an error instead of an empty place."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )
    made.filters |= {
        "direction": wording.direction, "tongue": wording.tongue, "language_name": wording.language_name,
        "safe_link": link, "urlencode": wording.quoted, "counted": wording.counted, "cut": wording.cut,
        "moment": wording.moment,
        "drawn": chart.drawn,
        "written": lambda when: wording.written(when, now()), "ago": lambda when: wording.ago(when, now()),
    }
    made.globals |= {
        "asset": _asset, "navigation": NAVIGATION, "now": now, "marked": written.passage,
        "time": lambda when: written.time(when, now()),
    }
    return made


def _asset(name: str) -> str:
    return f"/static/{name}?{_DIGESTS[name]}"


# part of the address, so that a browser may keep a file for ever and still gets a new one
_DIGESTS = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in (HERE / "static").iterdir()}


@dataclass
class Desk:
    """One desk. `token` is empty where nobody needs to sign in."""

    archive: Archive
    shelf: Shelf
    reading: Reading
    watch: Watch[Status]
    atlas: Atlas = field(default_factory=Atlas)
    now: Callable[[], datetime] = _now
    token: str = ""
    # None where nobody collects
    sources: Watch[Sources] | None = None
    environment: Environment = field(init=False)

    def __post_init__(self) -> None:
        self.environment = templates(self.now)

    def page(self, request: Request, name: str, status: int = 200, **model: Any) -> Response:
        """The template with what every page has in common."""
        common = {
            "current": request.url.path,
            "signed_in": bool(self.token) and request.url.path != "/sign-in",
            "guard": partial(forms.field, request),
        }
        html = self.environment.get_template(name).render({**common, **model})
        return forms.keep(request, HTMLResponse(html.encode("utf-8", "replace"), status))


def desk_of(request: Request) -> Desk:
    """The desk that serves this request."""
    found: Desk = request.app.state.desk
    return found
