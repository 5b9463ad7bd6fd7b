"""Facts from a Mac or its mounted disk: which reader answers for which kind."""

from checkup.collect.computer.linux.ssh import authorised_keys
from checkup.collect.computer.linux.start_files import start_file_lines
from checkup.collect.computer.linux.sudo_rights import sudo_rights
from checkup.collect.computer.macos.browsers import (
    browser_extensions,
    browser_policies,
    site_permissions,
)
from checkup.collect.computer.macos.certificates import added_certificates
from checkup.collect.computer.macos.event_taps import event_taps
from checkup.collect.computer.macos.ground import MacGround, property_list
from checkup.collect.computer.macos.hooks import system_hooks
from checkup.collect.computer.macos.installed import installed_programs
from checkup.collect.computer.macos.network import hosts_entries, name_servers, proxy_settings
from checkup.collect.computer.macos.past_sign_ins import past_sign_ins
from checkup.collect.computer.macos.people import accounts
from checkup.collect.computer.macos.privacy import configuration_profiles, privacy_grants, system_extensions
from checkup.collect.computer.macos.sharing import remote_login, screen_sharing
from checkup.collect.computer.macos.sign_in_rules import sign_in_rules
from checkup.collect.computer.macos.starters import starters
from checkup.collect.computer.remote_logs import MACOS_LOGS, remote_sessions
from checkup.collect.computer.running import listening_ports, running_programs
from checkup.collect.gathered import Readers
from checkup.model.browser import BrowserExtension, BrowserPolicy, SitePermission
from checkup.model.certificate import AddedCertificate
from checkup.model.desktop import ScreenSharing
from checkup.model.hook import SystemHook
from checkup.model.installed import InstalledProgram
from checkup.model.keyboard import MayReadKeyboard, ReadsKeyboard
from checkup.model.login import Account, AuthorisedKey, PastSignIn, SshServerSetting
from checkup.model.nameservice import HostsEntry, NameServer, ProxySetting
from checkup.model.permission import PolicyRule, SignInRule, SudoRight
from checkup.model.privacy import ConfigurationProfile, PrivacyGrant, SystemExtension
from checkup.model.program import ListeningPort, RunningProgram
from checkup.model.remote_session import RemoteSession
from checkup.model.sources import Reading
from checkup.model.starter import StartFileLine, StartsByItself

VERSION = "/System/Library/CoreServices/SystemVersion.plist"


def macos_readers(ground: MacGround) -> Readers:
    """Return the reader of every kind of observation a Mac can give; one line a kind."""
    return {
        RunningProgram: lambda: running_programs(ground.looking()),
        ListeningPort: lambda: listening_ports(ground.looking()),
        InstalledProgram: lambda: installed_programs(ground),
        StartsByItself: lambda: starters(ground),
        StartFileLine: lambda: start_file_lines(ground),
        SystemHook: lambda: system_hooks(ground),
        ReadsKeyboard: lambda: event_taps(ground),
        MayReadKeyboard: Reading,
        PrivacyGrant: lambda: privacy_grants(ground),
        ConfigurationProfile: lambda: configuration_profiles(ground),
        SystemExtension: lambda: system_extensions(ground),
        ScreenSharing: lambda: screen_sharing(ground),
        RemoteSession: lambda: _remote(ground),
        SudoRight: lambda: sudo_rights(ground),
        SignInRule: lambda: sign_in_rules(ground),
        PolicyRule: Reading,  # macOS has no polkit
        AuthorisedKey: lambda: authorised_keys(ground),
        SshServerSetting: lambda: _remote_login(ground),
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


def macos_name(ground: MacGround) -> str:
    """Return the system's own name with its version, for example "macOS 14.6.1"."""
    version = property_list(ground.looking(), VERSION)
    found = f"{version.at('ProductName').text} {version.at('ProductVersion').text}".strip()
    return found or "macOS"


def _remote(ground: MacGround) -> Reading[RemoteSession]:
    look = ground.looking()
    return look.reading(remote_sessions(look, MACOS_LOGS, ground.homes_to_read(look)))


def _remote_login(ground: MacGround) -> Reading[SshServerSetting]:
    look = ground.looking()
    return look.reading(remote_login(look))
