"""Structured logs: JSON lines when nobody watches, readable ones on a terminal."""

from __future__ import annotations

import logging
import sys

import structlog

from services.runtime.settings import LoggedSettings

# Faust leaves its own and aiokafka's loggers at DEBUG and builds a record for every send: 9 % of a service's time.
# By name, because setting a parent's level does not reach a logger that has one of its own.
NOISY = ("faust", "mode", "aiokafka", "kafka", "elastic_transport", "elasticsearch", "asyncio", "aiohttp",
         "httpx", "httpcore",
         # classes of ours that Faust logs under
         "services")
# They write addresses, which hold tokens, into what they log of a failure; the channels say it without.
SILENT = ("apprise", "urllib3", "requests")


def configure(settings: LoggedSettings, service: str) -> None:
    """Sends every log line of this process, libraries included, to standard error, with the service's name."""
    as_json = settings.log_format == "json" or (settings.log_format == "auto" and not sys.stderr.isatty())
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else structlog.dev.ConsoleRenderer()
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.add_logger_name],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level.upper())
    quiet()
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    structlog.contextvars.bind_contextvars(service=service)


def quiet() -> None:
    """Holds the libraries' loggers at WARNING; Faust resets some as it starts, so it is called again then."""
    for name in list(logging.root.manager.loggerDict):
        if name.split(".")[0] in NOISY:
            logging.getLogger(name).setLevel(logging.WARNING)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
