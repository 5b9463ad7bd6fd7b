r"""Places in the system where something is put to run, or be asked, each time.

What Windows itself and common makers of fingerprint readers, touch pads and laptops put there is quiet.
References: ForensicArtifacts/artifacts (Winlogon, AppInit, debuggers, LSA); osquery packs
windows-attacks; monitoring-software facts on REFOG (Userinit); MITRE ATT&CK T1546, T1547, T1556.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.spot import is_systems
from checkup.checks.subject import about_program
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.hook import HookKind, SystemHook
from checkup.model.sources import Sources

CHECK_ID = "computer.system_hooks"

# What Windows writes there itself, in small letters, by entry.
_STOCK_VALUES = {
    "shell": frozenset({"explorer.exe", r"c:\windows\explorer.exe", r"%windir%\explorer.exe"}),
    "userinit": frozenset(
        {"userinit.exe", r"c:\windows\system32\userinit.exe", r"%systemroot%\system32\userinit.exe"}
    ),
    "vmapplet": frozenset(
        {"systempropertiesperformance.exe /pagefile", "rundll32 shell32,control_rundll sysdm.cpl"}
    ),
    "authentication packages": frozenset({"msv1_0"}),
    "notification packages": frozenset({"scecli", "rassfm"}),
    "security packages": frozenset(
        {
            "kerberos",
            "msv1_0",
            "schannel",
            "wdigest",
            "tspkg",
            "pku2u",
            "livessp",
            "cloudap",
            "negoexts",
            "negoextender",
        }
    ),
}
_STOCK_FILTERS = frozenset({"kbdclass", "i8042prt", "kbdhid"})
# Touch pads, remote keyboards and makers' hot keys.
_COMMON_FILTERS = frozenset(
    {
        "syntp",
        "synrmihid",
        "etd",
        "apfiltr",
        "hotkey",
        "vmkbd3",
        "vmkbd",
        "asuskeyboardfilter",
        "rzudd",
        "lghubkbd",
    }
    | {"logijoyxlcore", "ssdevfactory", "icuekbd", "corsairvhidriver"}
)
_STOCK_CONSUMERS = frozenset(
    {"nteventlogeventconsumer: scm event log consumer", "nteventconsumer: bvtconsumer"}
)
_KNOWN_REPLACEMENTS = ("procexp.exe", "procexp64.exe")  # Process Explorer in Task Manager's place
_RUNS_AT_SIGN_IN_SCREEN = frozenset({"sethc.exe", "utilman.exe", "osk.exe", "magnify.exe", "narrator.exe"})


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for hook in sources.read(SystemHook):
        if not _is_stock(hook):
            yield _finding(known, hook)


def _finding(known: Known, hook: SystemHook) -> Finding:
    path = "" if is_systems(hook.path) and hook.kind is not HookKind.INSTEAD_OF else hook.path
    about = about_program(known, path, otherwise=f"{hook.kind}:{hook.name}")
    match = known.match(path=hook.path) if hook.path else None
    if match is None and hook.kind is HookKind.SIGN_IN_PROGRAM:
        # More than one program can stand in one line; a known one may be any of them.
        match = next(filter(None, (known.match(path=part.strip()) for part in hook.value.split(","))), None)
    level = match.level() if match is not None else _level(hook)
    return Finding(
        check=CHECK_ID,
        level=level,
        about=match.family.id if match is not None else about.id,
        name=match.family.name if match is not None else _name(hook, about.name),
        reasons=(
            Reason(
                sign=f"hook_{hook.kind.value}",
                what=hook.value or hook.name,
                where=hook.name,
                who=hook.who,
                when=hook.when,
                family=match.family.id if match is not None else "",
                source=match.source if match is not None else "",
            ),
        ),
        evidence=(Evidence(where=hook.seen_in, saw=f"{hook.name} = {hook.value}", when=hook.when),),
    )


def _name(hook: SystemHook, otherwise: str) -> str:
    return otherwise if hook.path else hook.name


def _level(hook: SystemHook) -> Level:
    if hook.kind is HookKind.INSTEAD_OF and hook.value.lower().endswith(_KNOWN_REPLACEMENTS):
        return Level.LEAD
    if hook.kind in (HookKind.KEYBOARD_FILTER, HookKind.HEARS_PASSWORDS) and is_systems(hook.path):
        return Level.LEAD
    return Level.ASK


def _is_stock(hook: SystemHook) -> bool:
    name, value = hook.name.lower(), hook.value.lower().strip().rstrip(",")
    match hook.kind:
        case HookKind.KEYBOARD_FILTER:
            return value in _STOCK_FILTERS | _COMMON_FILTERS
        case HookKind.ON_EVENT:
            return name in _STOCK_CONSUMERS
        case HookKind.HEARS_PASSWORDS if name not in _STOCK_VALUES:
            return is_systems(hook.path) or hook.path == ""
        case HookKind.INSTEAD_OF:
            return (
                value.endswith(("vsjitdebugger.exe", 'vsjitdebugger.exe"'))
                and name not in _RUNS_AT_SIGN_IN_SCREEN
            )
        case _:
            return value in _STOCK_VALUES.get(name, frozenset()) or value in ("", '""')


CHECK = Check(id=CHECK_ID, needs=(SystemHook,), look=look)
