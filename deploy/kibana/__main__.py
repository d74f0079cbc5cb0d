"""`python -m deploy.kibana`: writes `harmattan.ndjson` beside this file anew, after a change of the sources."""

from deploy.kibana.build import BUILT, crises, ndjson
from deploy.local.settings import repository_root

BUILT.write_text(ndjson(crises(repository_root() / "seeds")), "utf-8")
print(f"written: {BUILT}")
