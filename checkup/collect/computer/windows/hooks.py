r"""Places where something is put into Windows itself: what runs at a sign-in, in every program, by an event.

References: ForensicArtifacts/artifacts (WindowsWinlogon, WindowsAppInitDLLs, WindowsDebugger, LSA and
credential providers); osquery packs windows-attacks (tools of the sign-in screen); SigmaHQ rules on
SilentProcessExit; learn.microsoft.com, class of keyboards {4d36e96b-...} and its filters.
"""

import hashlib
from collections.abc import Iterator

from checkup.collect.computer.windows.ground import Ground, as_windows
from checkup.collect.computer.windows.registry import CONTROL
from checkup.collect.computer.windows.wmi import event_consumers
from checkup.collect.looking import Looking
from checkup.model.hook import HookKind, SystemHook
from checkup.model.sources import Reading
from checkup.parse.registry import RegistryKey
from checkup.parse.windows_line import started

NT = r"Microsoft\Windows NT\CurrentVersion"
WINLOGON = ("Shell", "Userinit", "Taskman", "VmApplet", "AppSetup")
INSTEAD = (("Image File Execution Options", "Debugger"), ("SilentProcessExit", "MonitorProcess"))
LSA = ("Authentication Packages", "Notification Packages", "Security Packages")
KEYBOARDS = rf"{CONTROL}\Control\Class\{{4d36e96b-e325-11ce-bfc1-08002be10318}}"
PROVIDERS = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Authentication\Credential Providers"
CLASSES = r"HKLM\SOFTWARE\Classes\CLSID"
TOOLS = ("sethc.exe", "utilman.exe", "osk.exe", "magnify.exe", "narrator.exe")
SHELLS = ("cmd.exe", "explorer.exe", "WindowsPowerShell/v1.0/powershell.exe")
MOST_TOOL = 32 * 1024 * 1024
LOGGERS = frozenset({"sysmon", "sysmon64", "sysmondrv"})


def system_hooks(ground: Ground) -> Reading[SystemHook]:
    """Return everything in these places; what Windows itself puts there as well."""
    look = ground.looking()
    return look.reading(_all(look, ground))


def _all(look: Looking, ground: Ground) -> Iterator[SystemHook]:
    yield from _winlogon(look, ground)
    yield from _libraries(look, ground)
    yield from _instead_of(look, ground)
    yield from _listed(look, ground, rf"{CONTROL}\Control\Lsa", LSA, HookKind.HEARS_PASSWORDS)
    yield from _providers(look, ground)
    yield from _listed(look, ground, KEYBOARDS, ("UpperFilters", "LowerFilters"), HookKind.KEYBOARD_FILTER)
    yield from _replaced_tools(look)
    yield from _loggers(look, ground)
    yield from event_consumers(look, ground)


def _winlogon(look: Looking, ground: Ground) -> Iterator[SystemHook]:
    tops = [(r"HKLM\SOFTWARE", ""), (r"HKLM\SOFTWARE\Wow6432Node", "")]
    tops += [(rf"HKU\{who}\Software", who) for who in ground.people(look)]
    for top, who in tops:
        key = ground.key(look, f"{top}\\{NT}\\Winlogon")
        for name in WINLOGON if key is not None else ():
            if key is not None and (value := key.text(name)):
                yield _hook(ground, key, HookKind.SIGN_IN_PROGRAM, name, value, who)


def _libraries(look: Looking, ground: Ground) -> Iterator[SystemHook]:
    for part in ("", "\\Wow6432Node"):
        key = ground.key(look, rf"HKLM\SOFTWARE{part}\{NT}\Windows")
        if key is not None and key.text("AppInit_DLLs").strip() and key.number("LoadAppInit_DLLs") != 0:
            libraries = key.text("AppInit_DLLs").strip()
            yield _hook(ground, key, HookKind.IN_EVERY_PROGRAM, "AppInit_DLLs", libraries)
    key = ground.key(look, rf"{CONTROL}\Control\Session Manager\AppCertDlls")
    for value in key.values if key is not None else ():
        if key is not None and value.text:
            yield _hook(ground, key, HookKind.IN_EVERY_PROGRAM, value.name, value.text)


def _instead_of(look: Looking, ground: Ground) -> Iterator[SystemHook]:
    for part in ("", "\\Wow6432Node"):
        top = rf"HKLM\SOFTWARE{part}\{NT}"
        for folder, entry in (
            ("Image File Execution Options", "Debugger"),
            ("SilentProcessExit", "MonitorProcess"),
        ):
            for name, key in ground.keys(look, f"{top}\\{folder}"):
                if value := key.text(entry):
                    yield _hook(ground, key, HookKind.INSTEAD_OF, name, value)


def _listed(
    look: Looking, ground: Ground, path: str, names: tuple[str, ...], kind: HookKind
) -> Iterator[SystemHook]:
    key = ground.key(look, path)
    for name in names:
        value = key.value(name) if key is not None else None
        for entry in value.texts if value is not None else ():
            if key is not None and entry.strip('" '):
                yield _hook(ground, key, kind, name, entry)


def _providers(look: Looking, ground: Ground) -> Iterator[SystemHook]:
    """Yield what is asked at the sign-in screen, with the library behind each id."""
    for name, key in ground.keys(look, PROVIDERS):
        library = ground.key(look, f"{CLASSES}\\{name}\\InprocServer32")
        value = library.text("") if library is not None else ""
        if value:
            yield _hook(ground, key, HookKind.HEARS_PASSWORDS, key.text("") or name, value)


def _replaced_tools(look: Looking) -> Iterator[SystemHook]:
    folder = "/Windows/System32"
    shells = {_sum(look, f"{folder}/{name}"): name for name in SHELLS}
    shells.pop("", None)
    for name in TOOLS:
        found = shells.get(_sum(look, f"{folder}/{name}"))
        if found:
            path = as_windows(f"{folder}/{name}")
            yield SystemHook(
                seen_in=path,
                kind=HookKind.REPLACED_TOOL,
                name=name,
                value=found.rpartition("/")[2],
                path=path,
                when=look.changed(f"{folder}/{name}"),
            )  # fmt: skip


def _sum(look: Looking, path: str) -> str:
    data = look.bytes(path, MOST_TOOL)
    return hashlib.sha256(data).hexdigest() if data else ""


def _loggers(look: Looking, ground: Ground) -> Iterator[SystemHook]:
    for name in ground.names(look, rf"{CONTROL}\Services"):
        if name.casefold() in LOGGERS:
            key = ground.key(look, rf"{CONTROL}\Services\{name}")
            if key is not None:
                yield _hook(ground, key, HookKind.LOGS_EVERYTHING, name, key.text("ImagePath"))


def _hook(
    ground: Ground, key: RegistryKey, kind: HookKind, name: str, value: str, who: str = ""
) -> SystemHook:
    found = started(value.strip(", "), ground.variables(who))
    path = found.path if "\\" in found.path else ""
    return SystemHook(
        seen_in=key.path, kind=kind, name=name, value=value, path=path, who=who, when=key.changed
    )
