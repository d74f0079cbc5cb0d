"""`python -m services.alert`"""

from services.alert.app import AlertService
from services.runtime.run import run
from services.runtime.settings import AlertSettings

run(AlertService, AlertSettings)
