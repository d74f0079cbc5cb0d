"""The rule on the alerts: what Kibana itself calls an alert, one for each story.

It goes by the rule API and not with the other objects: an imported rule comes back switched off. It has no action:
delivery to mail, chat and phone is the alert service's own, which needs no paid licence. Alerts that belong to no story
(a rule that counts articles, or hears none) have no group and are found in the saved search of alerts only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deploy.kibana.fields import elastic_type
from deploy.kibana.saved_object import packed
from schemas.crisis import Crisis
from services.pipeline import ALERTS_INDEX

RULE_ID = "6f1d5a3e-5c0b-4b6e-9d1a-2f7e8c9b0a11"
# What an update may say; the rest is fixed when the rule is made.
UPDATABLE = ("name", "tags", "schedule", "params", "actions")


def rule(crises: Sequence[Crisis]) -> dict[str, Any]:
    """The body that makes the rule."""
    for field in ("indexed", "story", "crisis"):
        elastic_type(ALERTS_INDEX.name, field)
    return {
        "name": "Harmattan: something new is said",
        "tags": ["harmattan"],
        "enabled": True,
        "rule_type_id": ".es-query",
        "consumer": "stackAlerts",
        "schedule": {"interval": "1m"},
        "params": {
            "searchType": "esQuery",
            "esQuery": packed({"query": {"bool": {"filter": [{"terms": {"crisis": [one.id for one in crises]}}]}}}),
            "index": [ALERTS_INDEX.name],
            # when it was indexed, not when it was published: late articles count
            "timeField": "indexed",
            # longer than the interval, so that what was indexed while a run was late is still in the next one's window
            "timeWindowSize": 5,
            "timeWindowUnit": "m",
            "size": 100,
            "threshold": [0],
            "thresholdComparator": ">",
            "aggType": "count",
            "groupBy": "top",
            "termField": "story",
            "termSize": 1000,
            "excludeHitsFromPreviousRun": True,
        },
        "actions": [],
    }


def update(body: dict[str, Any]) -> dict[str, Any]:
    """What of the rule an update may carry."""
    return {name: body[name] for name in UPDATABLE}
