"""Kibana: its objects, built from readable sources, checked, and installed by one command.

`kinds/` holds one file per kind of saved object, `panels/` one per kind of panel of the dashboard; `rule.py` is the
rule on the alerts. `build.py` makes one NDJSON of them, `checks/` says what is wrong with one, `install.py` sends it.
"""
