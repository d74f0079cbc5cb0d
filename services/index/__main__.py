"""`python -m services.index`"""

from services.index.app import IndexService
from services.runtime.run import run

run(IndexService)
