"""Somebody acknowledges, snoozes or resolves an alert: a form sent, and back to where it was."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from services.desk import forms
from services.desk.desk import desk_of
from services.desk.guard import cookie
from services.pipeline import ALERTS_INDEX
from services.triage import actions, changes
from services.triage.changes import TriageError

NAME = "harmattan_name"
_FIELDS = ["id", "triage", "acknowledged_by", "resolved_by", "story_snoozed_until", "rule_snoozed_until"]


def name_of(request: Request) -> str:
    """Who this browser said last that it is."""
    return unquote(cookie(request.headers, NAME))[: changes.LONGEST_NAME]


async def handled(request: Request, ids: list[str]) -> dict[str, dict[str, Any]]:
    """What was done to these alerts, by their ids."""
    wanted = {"query": {"ids": {"values": ids}}, "size": len(ids), "_source": _FIELDS}
    found = await desk_of(request).reading.sources(ALERTS_INDEX, wanted) if ids else []
    return {source["id"]: source for source in found}


async def triage(request: Request) -> Response:
    """One action; 400 with the reason where it cannot be done."""
    desk, form = desk_of(request), await forms.checked(request)
    id_, action = request.path_params["id"], str(form.get("action", ""))
    by, now = str(form.get("by", "")), desk.now()
    try:
        if not by.strip():
            raise TriageError("Say who you are, so that others know who has it in hand.")
        if action == "acknowledge":
            await actions.acknowledge(desk.reading.server, id_, by, now)
        elif action == "resolve":
            await actions.resolve(desk.reading.server, id_, by, now)
        elif action == "snooze":
            until = changes.until(str(form.get("until", "")), now)
            await actions.snooze(desk.reading.server, id_, until, by, now)
        else:
            raise TriageError(f"There is no action {action[:40]!r}.")
    except TriageError as error:
        words = str(error)
        return desk.page(request, "problem.html", 400, heading="That was not done", words=words, reason="")
    answer = RedirectResponse(f"/alerts#{quote(id_)}", 303)
    answer.set_cookie(NAME, quote(by.strip()[: changes.LONGEST_NAME]), max_age=365 * 86_400, httponly=True,
                      samesite="strict", secure=request.url.scheme == "https")
    return answer


ROUTES = [Route("/alerts/{id}/triage", triage, methods=["POST"])]
