"""Remote Desktop and Remote Assistance: whether others may see and use this screen.

References: learn.microsoft.com, "Terminal Server" registry settings; SigmaHQ rules on fDenyTSConnections
and the Shadow policy (2 and 4: nobody is asked).
"""

from collections.abc import Iterator

from checkup.collect.computer.windows.ground import Ground
from checkup.collect.computer.windows.registry import CONTROL
from checkup.collect.looking import Looking
from checkup.model.desktop import ScreenSharing
from checkup.model.sources import Reading
from checkup.parse.registry import RegistryKey

SERVER = rf"{CONTROL}\Control\Terminal Server"
ASSISTANCE = rf"{CONTROL}\Control\Remote Assistance"
POLICY = r"HKLM\SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services"
SERVICE = rf"{CONTROL}\Services\TermService\Parameters"
STOCK_SERVICE = r"\system32\termsrv.dll"
UNASKED = frozenset({2, 4})


def screen_sharing(ground: Ground) -> Reading[ScreenSharing]:
    """Return what is switched on."""
    look = ground.looking()
    return look.reading(_all(look, ground))


def _all(look: Looking, ground: Ground) -> Iterator[ScreenSharing]:
    policy = ground.key(look, POLICY)
    server = ground.key(look, SERVER)
    denied = _setting(policy, server, "fDenyTSConnections")
    if server is not None and denied == 0:
        yield _of(server, "windows-rdp", "Remote Desktop", "fDenyTSConnections = 0", answer=True)
    if policy is not None and (shadow := policy.number("Shadow")) in UNASKED:
        yield _of(policy, "windows-rdp", "Remote Desktop", f"Shadow = {shadow}", answer=True)
    help_ = ground.key(look, ASSISTANCE)
    if help_ is not None and help_.number("fAllowToGetHelp") == 1:
        yield _of(
            help_, "windows-remote-assistance", "Remote Assistance", "fAllowToGetHelp = 1", answer=False
        )
    service = ground.key(look, SERVICE)
    library = service.text("ServiceDll") if service is not None else ""
    if service is not None and library and not library.lower().endswith(STOCK_SERVICE):
        yield _of(service, "rdpwrap", "RDP Wrapper", f"ServiceDll = {library}", answer=True)


def _setting(policy: RegistryKey | None, own: RegistryKey | None, name: str) -> int | None:
    """Return a setting; a rule counts more than what was set by hand."""
    for key in (policy, own):
        if key is not None and (number := key.number(name)) is not None:
            return number
    return None


def _of(key: RegistryKey, service: str, name: str, line: str, *, answer: bool) -> ScreenSharing:
    return ScreenSharing(
        seen_in=key.path,
        service=service,
        name=name,
        path=r"C:\Windows\System32\termsrv.dll",
        line=line,
        allows_control=True,
        needs_no_answer=answer,
        when=key.changed,
    )
