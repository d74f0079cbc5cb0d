"""For every test: what the integration tests run against is said first, and none is skipped in silence."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from deploy.local.download import ELASTICSEARCH, KAFKA

# no test fails because its machine is slow or busy: what is generated is checked, not how fast
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

def servers_in_words(config: pytest.Config) -> list[str]:
    """Which servers the integration tests of this run use."""
    marks = config.getoption("markexpr")
    kibana = [] if marks == "kibana" else ["test on a real Kibana: not in this run (`make kibana-test` runs it)"]
    return [_integration(marks), *kibana]


def _integration(marks: str) -> str:
    if "not integration" in marks or marks == "kibana":
        return "integration tests: not in this run (`make integration` runs them)"
    from tests.integration.servers import chosen

    choice = chosen()
    return (
        f"integration tests: a real Kafka {KAFKA} and a real Elasticsearch {ELASTICSEARCH} as {choice.kind} "
        f"({choice.why}), started on free ports for this run and removed after it"
    )


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Said first; and raises UsageError where containers are demanded that there cannot be."""
    return servers_in_words(config)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Said again at the end: -q, which is how we run, leaves the header out."""
    for line in servers_in_words(config):
        terminalreporter.write_line(line)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A skipped test fails the run: it looks like a passed one in the last line."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if reporter and skipped:
        reporter.write_line(f"{len(skipped)} tests were skipped, which fails the run: {skipped[0].nodeid} …")
        session.exitstatus = exitstatus or pytest.ExitCode.TESTS_FAILED
