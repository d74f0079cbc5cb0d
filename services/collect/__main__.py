"""`python -m services.collect`"""

from services.collect.app import CollectService
from services.runtime.run import run
from services.runtime.settings import CollectSettings

if __name__ == "__main__":  # the processes that read for it import this file too
    run(CollectService, CollectSettings)
