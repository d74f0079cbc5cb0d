"""`python -m services.enrich`"""

from services.enrich.app import EnrichService
from services.runtime.app import run

run(EnrichService)
