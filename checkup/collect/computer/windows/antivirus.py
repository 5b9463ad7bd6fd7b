"""Windows' own antivirus program: what it leaves out and what is switched off.

References: ForensicArtifacts/artifacts (WindowsDefenderExclusions); SigmaHQ
registry_set_defender_exclusions and rules on DisableRealtimeMonitoring and TamperProtection (5: on);
../../../parse/defender_log.py.
"""

from collections.abc import Iterator

from checkup.collect.computer.windows.event_logs import FOLDER, log_records
from checkup.collect.computer.windows.ground import Ground, as_windows
from checkup.collect.looking import Looking
from checkup.model.protection import AntivirusEvent, AntivirusExclusion, AntivirusSwitch, ExclusionKind
from checkup.model.sources import Reading
from checkup.parse.defender_log import NUMBERS, defender_event

OWN = r"HKLM\SOFTWARE\Microsoft\Windows Defender"
RULES = r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender"
KINDS = {
    "Paths": ExclusionKind.PATH,
    "TemporaryPaths": ExclusionKind.PATH,
    "Processes": ExclusionKind.PROCESS,
    "Extensions": ExclusionKind.EXTENSION,
}
SWITCHES = (
    ("", "DisableAntiSpyware"),
    ("", "DisableAntiVirus"),
    (r"\Real-Time Protection", "DisableRealtimeMonitoring"),
    (r"\Real-Time Protection", "DisableBehaviorMonitoring"),
)
TAMPER_OFF = frozenset({0, 4})
LOG = "Microsoft-Windows-Windows Defender%4Operational.evtx"


def exclusions(ground: Ground) -> Reading[AntivirusExclusion]:
    """Return all it was told to leave out; on the running system only an administrator may know."""
    look = ground.looking()
    return look.reading(_exclusions(look, ground))


def _exclusions(look: Looking, ground: Ground) -> Iterator[AntivirusExclusion]:
    for top in (OWN, RULES):
        for name, kind in KINDS.items():
            key = ground.key(look, rf"{top}\Exclusions\{name}")
            for value in key.values if key is not None else ():
                if key is not None and value.name:
                    yield AntivirusExclusion(seen_in=key.path, kind=kind, value=value.name, when=key.changed)


def switches(ground: Ground) -> Reading[AntivirusSwitch]:
    """Return its parts that are written down, on or off."""
    look = ground.looking()
    return look.reading(_switches(look, ground))


def _switches(look: Looking, ground: Ground) -> Iterator[AntivirusSwitch]:
    for top in (OWN, RULES):
        for below, name in SWITCHES:
            key = ground.key(look, top + below)
            number = key.number(name) if key is not None else None
            if key is not None and number is not None:
                yield AntivirusSwitch(seen_in=key.path, part=name, is_on=number == 0, when=key.changed)
    key = ground.key(look, rf"{OWN}\Features")
    number = key.number("TamperProtection") if key is not None else None
    if key is not None and number is not None:
        is_on = number not in TAMPER_OFF
        yield AntivirusSwitch(seen_in=key.path, part="TamperProtection", is_on=is_on, when=key.changed)


def antivirus_events(ground: Ground) -> Reading[AntivirusEvent]:
    """Return what its own log tells: what it found, when it was switched off or told to leave out."""
    look = ground.looking()
    return look.reading(_events(look))


def _events(look: Looking) -> Iterator[AntivirusEvent]:
    for record in log_records(look, LOG, NUMBERS):
        told = defender_event(record)
        if told is not None:
            kind, what, path, when = told
            yield AntivirusEvent(
                seen_in=as_windows(f"{FOLDER}/{LOG}"), kind=kind, what=what, path=path, when=when
            )
