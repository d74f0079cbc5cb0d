"""Every page of the desk: one file each, and one line here."""

from __future__ import annotations

from starlette.routing import BaseRoute

from services.desk.pages import alerts, article, machine, search, sign_in

ROUTES: list[BaseRoute] = [
    *search.ROUTES,
    *article.ROUTES,
    *alerts.ROUTES,
    *sign_in.ROUTES,
    *machine.ROUTES,
]
