"""The port of a service's pages, held from the moment it is found.

Faust binds seconds later, when topics and indexes are there; of two workers that start together on one machine both
would find the same port free, and one would end.
"""

from __future__ import annotations

import socket
from contextlib import suppress

from aiohttp.web import BaseSite, SockSite
from faust.web.drivers.aiohttp import Web

from services.runtime.settings import SettingsError


def hold(host: str, wanted: int) -> socket.socket:
    """A socket that listens on the wanted port, or on another where it is taken: a second worker on this machine shows
    its pages elsewhere. Raises SettingsError where no port of the host can be opened."""
    for port in (wanted, 0):
        held = socket.socket()
        with suppress(OSError):
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            held.bind((host, port))
            held.listen()  # only this keeps others out, since all may use an address again
            return held
        held.close()
    raise SettingsError(f"no port can be opened on {host}; set HARMATTAN_WEB_HOST")


class HeldWeb(Web):
    """Faust's web server, on the socket that its app holds."""

    def _new_transport_tcp(self) -> BaseSite:
        held = getattr(self.app, "held", None)
        return SockSite(self._runner, held) if held else super()._new_transport_tcp()
