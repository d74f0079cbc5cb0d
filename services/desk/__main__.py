"""`python -m services.desk`"""

from services.desk.serve import run

run()
