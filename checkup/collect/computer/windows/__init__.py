"""Facts from a Windows computer or a mounted Windows disk: which reader answers for which kind."""

from checkup.collect.computer.remote_logs import WINDOWS_LOGS, remote_sessions, unread_logs
from checkup.collect.computer.running import listening_ports, running_programs
from checkup.collect.computer.windows.antivirus import antivirus_events, exclusions, switches
from checkup.collect.computer.windows.browsers import browser_extensions, browser_policies, site_permissions
from checkup.collect.computer.windows.certificates import added_certificates
from checkup.collect.computer.windows.chrome_sessions import chrome_sessions
from checkup.collect.computer.windows.devices import attached_devices, start_protection
from checkup.collect.computer.windows.firewall import firewall_openings
from checkup.collect.computer.windows.ground import Ground, as_windows
from checkup.collect.computer.windows.hooks import system_hooks
from checkup.collect.computer.windows.installed import installed_programs
from checkup.collect.computer.windows.network import hosts_entries, name_servers, proxy_settings
from checkup.collect.computer.windows.once_ran import once_ran
from checkup.collect.computer.windows.people import accounts
from checkup.collect.computer.windows.screen import screen_sharing
from checkup.collect.computer.windows.sign_ins import past_sign_ins
from checkup.collect.computer.windows.starters import starters
from checkup.collect.gathered import Readers
from checkup.collect.place import CouldNotRead
from checkup.model.attached import AttachedDevice
from checkup.model.browser import BrowserExtension, BrowserPolicy, SitePermission
from checkup.model.certificate import AddedCertificate
from checkup.model.desktop import ScreenSharing
from checkup.model.firewall import FirewallOpening
from checkup.model.hook import SystemHook
from checkup.model.installed import InstalledProgram
from checkup.model.keyboard import MayReadKeyboard, ReadsKeyboard
from checkup.model.login import Account, PastSignIn
from checkup.model.looked import Cause, Unread
from checkup.model.nameservice import HostsEntry, NameServer, ProxySetting
from checkup.model.once_ran import OnceRan
from checkup.model.program import ListeningPort, RunningProgram
from checkup.model.protection import AntivirusEvent, AntivirusExclusion, AntivirusSwitch
from checkup.model.remote_session import RemoteSession
from checkup.model.sources import Reading
from checkup.model.start_protection import StartProtection
from checkup.model.starter import StartsByItself

VERSION = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
FIRST_ELEVEN = 22_000  # Windows 11 still calls itself "Windows 10" there


def windows_readers(ground: Ground) -> Readers:
    """Return the reader of every kind of observation a Windows system can give; one line a kind."""
    return {
        RunningProgram: lambda: running_programs(ground.looking()),
        ListeningPort: lambda: listening_ports(ground.looking()),
        InstalledProgram: lambda: installed_programs(ground),
        StartsByItself: lambda: starters(ground),
        SystemHook: lambda: system_hooks(ground),
        ReadsKeyboard: _hidden_readers,
        MayReadKeyboard: Reading,
        AttachedDevice: lambda: attached_devices(ground),
        StartProtection: lambda: start_protection(ground),
        OnceRan: lambda: once_ran(ground),
        AntivirusExclusion: lambda: exclusions(ground),
        AntivirusSwitch: lambda: switches(ground),
        AntivirusEvent: lambda: antivirus_events(ground),
        FirewallOpening: lambda: firewall_openings(ground),
        ScreenSharing: lambda: screen_sharing(ground),
        RemoteSession: lambda: _remote(ground),
        PastSignIn: lambda: past_sign_ins(ground),
        Account: lambda: accounts(ground),
        BrowserExtension: lambda: browser_extensions(ground),
        BrowserPolicy: lambda: browser_policies(ground),
        SitePermission: lambda: site_permissions(ground),
        AddedCertificate: lambda: added_certificates(ground),
        HostsEntry: lambda: hosts_entries(ground),
        ProxySetting: lambda: proxy_settings(ground),
        NameServer: lambda: name_servers(ground),
    }


def windows_name(ground: Ground) -> str:
    """Return the system's own name with its version, for example "Windows 11 Home 23H2"."""
    try:
        key = ground.registry.key(VERSION)
    except CouldNotRead:
        key = None
    name = key.text("ProductName") if key is not None else ""
    if key is None or not name:
        return "Windows"
    if (key.number("CurrentBuildNumber") or 0) >= FIRST_ELEVEN:
        name = name.replace("Windows 10", "Windows 11")
    return f"{name} {key.text('DisplayVersion')}".strip()


def _remote(ground: Ground) -> Reading[RemoteSession]:
    look = ground.looking()
    unread_logs(look, as_windows)
    from_files = remote_sessions(look, WINDOWS_LOGS, ground.homes_to_read(look), as_windows)
    return look.reading((*from_files, *chrome_sessions(look)))


def _hidden_readers() -> Reading[ReadsKeyboard]:
    """Return that nobody can say which programs listen to keys by a hook: Windows keeps no list of them."""
    return Reading(unread=(Unread(where="", reason=Cause.NOT_SUPPORTED),))
