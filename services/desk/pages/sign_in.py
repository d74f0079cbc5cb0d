"""The token typed in, where one is wanted."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from services.desk import forms
from services.desk.desk import desk_of
from services.desk.guard import SESSION, same, session_of


async def show(request: Request) -> Response:
    """The form; away to the front page where no token is wanted."""
    desk = desk_of(request)
    if not desk.token:
        return RedirectResponse("/", 303)
    return desk.page(request, "sign_in.html", heading="Sign in", wrong=False)


async def sign_in(request: Request) -> Response:
    """A cookie for the right token, the form again for a wrong one."""
    desk, form = desk_of(request), await forms.checked(request)
    if not (desk.token and same(str(form.get("token", "")).strip(), desk.token)):
        return desk.page(request, "sign_in.html", 403, heading="Sign in", wrong=True)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(
        SESSION, session_of(desk.token), max_age=30 * 86_400, httponly=True, samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


async def sign_out(request: Request) -> Response:
    """The cookie goes."""
    await forms.checked(request)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(SESSION, httponly=True, samesite="strict")
    return answer


ROUTES = [
    Route("/sign-in", show), Route("/sign-in", sign_in, methods=["POST"]),
    Route("/sign-out", sign_out, methods=["POST"]),
]
