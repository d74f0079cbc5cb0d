"""`python -m services.enrich`"""

from services.enrich.app import EnrichService
from services.runtime.run import run

run(EnrichService)
