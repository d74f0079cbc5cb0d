"""Where an alert can be followed: addresses at the desk and in Kibana. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from services.pipeline import ALERTS_INDEX

# of the Kibana objects that deploy/kibana builds: a data view has the name of its alias
_DATA_VIEW = ALERTS_INDEX.name


@dataclass(frozen=True, slots=True)
class Links:
    """Base addresses; an empty one means that there is none."""

    desk: str = ""
    kibana: str = ""

    def article(self, article_id: str) -> str | None:
        """The article's page at the desk."""
        return f"{self.desk.rstrip('/')}/article/{quote(article_id, safe='')}" if self.desk else None

    def alert(self, alert_id: str) -> str | None:
        """The alert in Kibana's Discover."""
        if not self.kibana:
            return None
        state = (
            f"(dataSource:(dataViewId:{_DATA_VIEW},type:dataView),"
            f"query:(language:kuery,query:'id:\"{quote(alert_id, safe='')}\"'))"
        )
        # brackets are encoded because mail programs take a closing one for the end of the sentence
        return (
            f"{self.kibana.rstrip('/')}/app/discover#/?_g={quote('(time:(from:now-10y,to:now))', safe=':,')}"
            f"&_a={quote(state, safe=':,')}"
        )
