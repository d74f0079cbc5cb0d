"""What /metrics shows of a service. Counted a chunk at a time, since a counter call costs about a microsecond."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

# From a desk's point of view: under a second is at once, over a minute is trouble.
LATENCY_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 3600)


class Metrics:
    """The counters of one service, in a registry of their own (a test may make several)."""

    def __init__(self, service: str) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        labels = {"service": service}
        self.records = Counter(
            "harmattan_records", "records read, by what became of them", ["service", "outcome"], registry=self.registry
        )
        self.latency = Histogram(
            "harmattan_latency_seconds", "from the record on articles.raw to the end of this service's work",
            ["service"], buckets=LATENCY_BUCKETS, registry=self.registry,
        ).labels(**labels)
        self.work = Counter(
            "harmattan_work_seconds", "time spent in the service's core", ["service"], registry=self.registry
        ).labels(**labels)
        self.retries = Counter(
            "harmattan_retries", "writes tried again because the outside was away", ["service"], registry=self.registry
        ).labels(**labels)
        self.lag = Gauge(
            "harmattan_lag_records", "records not yet read of an assigned partition", ["service", "topic", "partition"],
            registry=self.registry,
        )
        self.deliveries = Counter(
            "harmattan_deliveries", "attempts to deliver to a channel, by what became of them",
            ["service", "channel", "outcome"], registry=self.registry,
        )
        self.failing_since = Gauge(
            "harmattan_channel_failing_since_seconds", "when a channel began to fail, in Unix time; 0: it works",
            ["service", "channel"], registry=self.registry,
        )
        self._service = service

    def count(self, outcome: str, amount: int) -> None:
        """Adds to the records of one outcome: done, dead or empty."""
        if amount:
            self.records.labels(self._service, outcome).inc(amount)

    def set_lag(self, topic: str, partition: int, lag: int) -> None:
        """The records of a partition that are still to be read."""
        self.lag.labels(self._service, topic, str(partition)).set(lag)

    def count_delivery(self, channel: str, outcome: str) -> None:
        """One attempt: delivered or refused."""
        self.deliveries.labels(self._service, channel, outcome).inc()

    def set_failing_since(self, channel: str, unix_time: float) -> None:
        """Since when a channel takes nothing; 0 when it does."""
        self.failing_since.labels(self._service, channel).set(unix_time)

    def render(self) -> bytes:
        """The Prometheus text format."""
        return generate_latest(self.registry)
