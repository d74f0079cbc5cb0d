"""`python -m services.ingest`"""

from services.ingest.app import IngestService
from services.runtime.run import run

run(IngestService)
