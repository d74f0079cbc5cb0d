"""`python -m services.stories`"""

from services.runtime.run import run
from services.runtime.settings import ServiceSettings
from services.stories.app import StoriesService

run(StoriesService, ServiceSettings)
