"""Forms that change something: only from a page of ours, which the browser that sends it has seen.

A form carries the value of a cookie that no other site can read (double submit), and a browser that names the origin
of the request must name ours: that holds off other sites, and other ports of this machine, which share its cookies.
"""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from markupsafe import Markup
from starlette.datastructures import FormData, Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from services.desk.guard import cookie, same

COOKIE = "harmattan_form"
FIELD = "form_token"


def ours(headers: Headers) -> bool:
    """Whether the browser says that the request comes from a page of ours, or says nothing."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def key_of(request: Request) -> str:
    """The value for the forms of this browser, made where it has none yet; `keep` puts it into the answer."""
    known: str | None = getattr(request.state, "form_key", None)
    found = known or cookie(request.headers, COOKIE) or secrets.token_urlsafe(32)
    request.state.form_key = found
    return found


def field(request: Request) -> Markup:
    """The hidden field that every form of ours has."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, key_of(request))


def keep(request: Request, response: Response) -> Response:
    """The answer with the cookie that the forms on it need."""
    made: str | None = getattr(request.state, "form_key", None)
    if made and made != cookie(request.headers, COOKIE):
        response.set_cookie(COOKIE, made, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return response


async def checked(request: Request) -> FormData:
    """The fields of a form of ours. Raises HTTPException 403 for any other."""
    form = await request.form(max_files=0, max_fields=20)
    given, known = form.get(FIELD), cookie(request.headers, COOKIE)
    if not (ours(request.headers) and isinstance(given, str) and known and same(given, known)):
        raise HTTPException(403, "This form is too old or not ours; go back, load the page again and send it again.")
    return form
