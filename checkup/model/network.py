"""Observations of a network capture: who talked with whom, and by which names. Times are RFC 3339 in UTC."""

from enum import StrEnum

from checkup.model.sources import Observation


class NameSeen(StrEnum):
    """How a name was read out of the traffic."""

    DNS = "dns"  # somebody asked for its address
    TLS = "tls"  # an encrypted connection began with it
    QUIC = "quic"  # likewise over UDP
    HTTP = "http"  # an unencrypted page was asked for


class HostAsked(Observation, frozen=True, kw_only=True):
    """A name one device asked for or connected to; `device` is its address in the capture."""

    device: str
    host: str
    how: NameSeen
    count: int = 1
    first: str = ""
    last: str = ""


class AddressTalked(Observation, frozen=True, kw_only=True):
    """All traffic of one device with one address; `host` is a name that a DNS answer gave for it."""

    device: str
    address: str
    host: str = ""
    packets: int = 0
    sent: int = 0
    received: int = 0
    first: str = ""
    last: str = ""
