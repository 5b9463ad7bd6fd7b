"""Facts from a Linux computer or a mounted Linux disk: which reader answers for which kind."""

from checkup.collect.computer.linux.browser_extensions import browser_extensions, site_permissions
from checkup.collect.computer.linux.browser_policies import browser_policies
from checkup.collect.computer.linux.certificates import added_certificates
from checkup.collect.computer.linux.desktop import desktop_sessions, screen_sharing
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.hosts import hosts_entries
from checkup.collect.computer.linux.installed import installed_programs
from checkup.collect.computer.linux.kernel import kernel_modules, kernel_state
from checkup.collect.computer.linux.keyboards import keyboard_readers, may_read_keyboard
from checkup.collect.computer.linux.name_servers import name_servers
from checkup.collect.computer.linux.open_files import OpenFileTable
from checkup.collect.computer.linux.own_homes import own_homes
from checkup.collect.computer.linux.past_sign_ins import past_sign_ins
from checkup.collect.computer.linux.people import accounts
from checkup.collect.computer.linux.ports import listening_ports
from checkup.collect.computer.linux.preload import preloaded_libraries
from checkup.collect.computer.linux.processes import running_programs
from checkup.collect.computer.linux.proxies import proxy_settings
from checkup.collect.computer.linux.sandboxes import sandbox_overrides
from checkup.collect.computer.linux.sign_in_rules import sign_in_rules
from checkup.collect.computer.linux.ssh import authorised_keys, ssh_server_settings
from checkup.collect.computer.linux.start_files import start_file_lines
from checkup.collect.computer.linux.starters import starters
from checkup.collect.computer.linux.sudo_rights import policy_rules, sudo_rights
from checkup.collect.computer.remote_logs import LINUX_LOGS, remote_sessions
from checkup.collect.gathered import Readers
from checkup.collect.place import CouldNotRead, Place
from checkup.collect.run import Run
from checkup.model.browser import BrowserExtension, BrowserPolicy, SitePermission
from checkup.model.certificate import AddedCertificate
from checkup.model.desktop import DesktopSession, ScreenSharing
from checkup.model.installed import InstalledProgram
from checkup.model.kernel import KernelModule, KernelState
from checkup.model.keyboard import MayReadKeyboard, ReadsKeyboard
from checkup.model.login import Account, AuthorisedKey, PastSignIn, SshServerSetting
from checkup.model.nameservice import HostsEntry, NameServer, ProxySetting
from checkup.model.permission import PolicyRule, SandboxOverride, SignInRule, SudoRight
from checkup.model.preload import PreloadedLibrary
from checkup.model.program import ListeningPort, RunningProgram
from checkup.model.remote_session import RemoteSession
from checkup.model.sources import Reading
from checkup.model.starter import StartFileLine, StartsByItself
from checkup.model.stop import Stop
from checkup.parse.os_release import os_release


def linux_readers(place: Place, run: Run, stop: Stop) -> Readers:
    """Return the reader of every kind of observation a Linux system can give; one line a kind."""
    ground = Ground(place, run, stop)
    open_files = OpenFileTable(ground)
    return {
        RunningProgram: lambda: running_programs(ground),
        ListeningPort: lambda: listening_ports(ground, open_files),
        InstalledProgram: lambda: installed_programs(ground),
        StartsByItself: lambda: starters(ground),
        StartFileLine: lambda: start_file_lines(ground),
        PreloadedLibrary: lambda: preloaded_libraries(ground),
        ReadsKeyboard: lambda: keyboard_readers(ground, open_files),
        MayReadKeyboard: lambda: may_read_keyboard(ground),
        SignInRule: lambda: sign_in_rules(ground),
        SudoRight: lambda: sudo_rights(ground),
        PolicyRule: lambda: policy_rules(ground),
        SandboxOverride: lambda: sandbox_overrides(ground),
        KernelModule: lambda: kernel_modules(ground),
        KernelState: lambda: kernel_state(ground),
        ScreenSharing: lambda: screen_sharing(ground),
        DesktopSession: lambda: desktop_sessions(ground),
        AuthorisedKey: lambda: authorised_keys(ground),
        SshServerSetting: lambda: ssh_server_settings(ground),
        PastSignIn: lambda: past_sign_ins(ground),
        Account: lambda: accounts(ground),
        BrowserExtension: lambda: browser_extensions(ground),
        BrowserPolicy: lambda: browser_policies(ground),
        SitePermission: lambda: site_permissions(ground),
        RemoteSession: lambda: _remote(ground),
        AddedCertificate: lambda: added_certificates(ground),
        HostsEntry: lambda: hosts_entries(ground),
        ProxySetting: lambda: proxy_settings(ground),
        NameServer: lambda: name_servers(ground),
    }


def _remote(ground: Ground) -> Reading[RemoteSession]:
    look = ground.looking()
    return look.reading(remote_sessions(look, LINUX_LOGS, own_homes(ground, look)))


def linux_name(place: Place) -> str:
    """Return the system's own name with its version, for example "Debian GNU/Linux 12 (bookworm)"."""
    for path in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            text = place.text(path)
        except CouldNotRead:
            continue
        if text and (name := os_release(text).get("PRETTY_NAME")):
            return name
    return "Linux"
