"""`python -m services.ingest`"""

from services.ingest.app import IngestService
from services.runtime.app import run

run(IngestService)
