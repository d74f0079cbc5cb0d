"""Every page of the desk: one file each, and one line here."""

from __future__ import annotations

from starlette.routing import BaseRoute

from services.desk.pages import alerts, article, dead, front, health, machine, map, search, sign_in, stories, triage

ROUTES: list[BaseRoute] = [
    *front.ROUTES,
    *search.ROUTES,
    *article.ROUTES,
    *alerts.ROUTES,
    *triage.ROUTES,
    *stories.ROUTES,
    *map.ROUTES,
    *dead.ROUTES,
    *health.ROUTES,
    *sign_in.ROUTES,
    *machine.ROUTES,
]
