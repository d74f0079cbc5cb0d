"""What /metrics says."""

from __future__ import annotations

from services.runtime.metrics import Metrics


def test_records_are_counted_by_what_became_of_them() -> None:
    metrics = Metrics("ingest")
    metrics.count("done", 500)
    metrics.count("done", 1)
    metrics.count("dead", 2)
    page = metrics.render().decode()
    assert 'harmattan_records_total{outcome="done",service="ingest"} 501.0' in page
    assert 'harmattan_records_total{outcome="dead",service="ingest"} 2.0' in page


def test_an_outcome_that_did_not_occur_is_not_shown() -> None:
    metrics = Metrics("ingest")
    metrics.count("dead", 0)
    assert 'outcome="dead"' not in metrics.render().decode()


def test_lag_is_per_partition() -> None:
    metrics = Metrics("ingest")
    metrics.set_lag("articles.raw", 3, 7)
    line = 'harmattan_lag_records{partition="3",service="ingest",topic="articles.raw"} 7.0'
    assert line in metrics.render().decode()


def test_latency_retries_and_work_are_shown_from_the_start() -> None:
    page = Metrics("alert").render().decode()
    for name in ("harmattan_latency_seconds_count", "harmattan_retries_total", "harmattan_work_seconds_total"):
        assert f'{name}{{service="alert"}} 0.0' in page


def test_two_services_in_one_process_do_not_share_counters() -> None:
    one, other = Metrics("ingest"), Metrics("ingest")
    one.count("done", 1)
    assert "harmattan_records_total{" not in other.render().decode()
