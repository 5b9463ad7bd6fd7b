"""What Microsoft Defender wrote into its own log: records in, what it found and what was switched off out.

References: learn.microsoft.com, "Review event logs and error codes" of Defender Antivirus (1116: found;
1117: acted, with the number of the act, 6 and 9: let be; 5001: real-time protection off; 5007: a setting
changed); Chainsaw's mapping of the names of the data.
"""

from checkup.model.protection import AntivirusEventKind
from checkup.parse.event_record import event_data, event_number, event_provider, event_time
from checkup.parse.tree import Node

PROVIDER = "Microsoft-Windows-Windows Defender"
NUMBERS = frozenset({1006, 1007, 1116, 1117, 5001, 5007})
_LET_BE = frozenset({"6", "9"})
_EXCLUSIONS = "\\windows defender\\exclusions\\"
_FILE = ("containerfile:_", "file:_", "process:_")

Told = tuple[AntivirusEventKind, str, str, str]
"""Kind, what, where, when."""


def defender_event(record: Node) -> Told | None:
    """Return what a record tells, or None where it tells nothing of these."""
    if event_provider(record) != PROVIDER:
        return None
    when = event_time(record)
    match event_number(record):
        case 1116 | 1006:
            return AntivirusEventKind.FOUND, event_data(record, "Threat Name"), _where(record), when
        case 1117 | 1007 if event_data(record, "Action ID") in _LET_BE:
            return AntivirusEventKind.LET_BE, event_data(record, "Threat Name"), _where(record), when
        case 5001:
            return AntivirusEventKind.SWITCHED_OFF, "", "", when
        case 5007 if excluded := _excluded(event_data(record, "New Value")):
            return AntivirusEventKind.LEFT_OUT, excluded, "", when
        case _:
            return None


def _where(record: Node) -> str:
    """Return the first path of several, without the word before it ("file:_", "process:_")."""
    first = event_data(record, "Path").partition(";")[0].strip()
    return next((first.removeprefix(begin) for begin in _FILE if first.startswith(begin)), first)


def _excluded(setting: str) -> str:
    """Return what a setting below the key `Exclusions` leaves out; it is written as `place = 0x0`."""
    place = setting.lower().find(_EXCLUSIONS)
    if place < 0:
        return ""
    below = setting[place + len(_EXCLUSIONS) :].partition("\\")[2]
    return below.rpartition(" = ")[0] or below
