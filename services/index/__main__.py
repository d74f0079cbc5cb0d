"""`python -m services.index`"""

from services.index.app import IndexService
from services.runtime.app import run

run(IndexService)
