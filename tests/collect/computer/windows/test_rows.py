# ruff: noqa: E501 - a row of the table is read best on a line
"""Every row of the Windows table that can be read on a disk: found at its level, and quiet on a usual one."""

import struct

import pytest

from checkup.model.finding import Level
from checkup.model.looked import Cause
from tests.evtx_builder import Record, evtx
from tests.prefetch_builder import compressed, note
from tests.windows_disk import (
    CLEAN,
    CURRENT,
    NT,
    SET,
    accounts,
    exclusion,
    service,
    shortcut,
    task,
)

MS = rf"Software\{CURRENT}"
ODD = r"C:\Users\Public\upd.exe"
FILE = {"Users/Public/upd.exe": b"MZ"}
CLASS = rf"{SET}\Control\Class\{{4d36e96b-e325-11ce-bfc1-08002be10318}}"
WMI = (
    b"\0\0CommandLineEventConsumer\0\0Updater\0C:\\Windows\\Temp\\a.exe /q\0"
    b'\0CommandLineEventConsumer.Name="Updater"\0\0__EventFilter.Name="UpdaterFilter"\0'
    b'NTEventLogEventConsumer.Name="SCM Event Log Consumer"\0'
)
ANYDESK = b"Incoming    2026-11-01, 21:14    Passwd    441234567    441234567\n"
TEAMVIEWER = b"123456789\tPHONE\t01-11-2026 14:00:00\t01-11-2026 14:30:00\tlan\tRemoteControl\t{a}\n"
ULTRAVIEWER = b"11/01/2026 09:15:22 PM|12345678|DESKTOP-X\n"
RUSTDESK = b"[2026-11-01 21:00:00.123456 +07:00] INFO [src/server/connection.rs:1] #7 Connection opened from 1.2.3.4:5.\n"
BAM = struct.pack("<QQQ", 133_770_000_000_000_000, 0, 0)
ROOT_STORE = r"Microsoft\SystemCertificates\Root\Certificates"


CHROME = "Users/lan/AppData/Local/Google/Chrome/User Data"


def preferences(location: int, path: str) -> bytes:
    entry = f'{{"location": {location}, "path": "{path}", "state": 1}}'
    return f'{{"extensions": {{"settings": {{"{"c" * 32}": {entry}}}}}}}'.encode()


def authority(name: str) -> bytes:
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    builder = x509.CertificateBuilder(
        subject, subject, key.public_key(), 7, begin, begin + timedelta(days=900)
    )
    ca = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    return ca.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def blob(der: bytes) -> bytes:
    """Return properties of a certificate as the registry keeps them: a hash, then the certificate."""
    return struct.pack("<III", 3, 1, 20) + bytes(20) + struct.pack("<III", 32, 1, len(der)) + der


KEYBOARD = "{4d36e96b-e325-11ce-bfc1-08002be10318}"
LOGS = "Windows/System32/winevt/Logs"
DEFENDER = "Microsoft-Windows-Windows Defender%4Operational.evtx"


def defender(number: int, **data: str) -> Record:
    return Record(number, data, "Microsoft-Windows-Windows Defender")


def win_http(server: str) -> bytes:
    return struct.pack("<IIII", 0x18, 0, 3 if server else 1, len(server)) + server.encode() + bytes(4)


def row(name: str, check: str, level: Level, sign: str, **more: dict):
    return pytest.param(check, level, sign, more, id=name)


STRONG, ASK, SETTING, LEAD = Level.STRONG, Level.ASK, Level.SETTING, Level.LEAD
STARTING, HOOKS = "computer.self_starting", "computer.system_hooks"

ROWS = [
    row("run key HKLM", STARTING, ASK, "starts_run_key", files=FILE, software={rf"{CURRENT}\Run": {"a": ODD}}),
    row("run key 32 bit", STARTING, ASK, "starts_run_key", files=FILE,
        software={rf"Wow6432Node\{CURRENT}\Run": {"a": ODD}}),
    row("run key policies", STARTING, ASK, "starts_run_key", files=FILE,
        software={rf"{CURRENT}\Policies\Explorer\Run": {"1": ODD}}),
    row("run key of a person", STARTING, ASK, "lies_in_shared_folder", files=FILE, person={rf"{MS}\Run": {"a": ODD}}),
    row("run once", STARTING, ASK, "starts_run_key", files=FILE, person={rf"{MS}\RunOnce": {"a": ODD}}),
    row("run once ex", STARTING, ASK, "starts_run_key", files=FILE, software={rf"{CURRENT}\RunOnceEx\01": {"a": ODD}}),
    row("encoded powershell", STARTING, ASK, "starts_a_command",
        person={rf"{MS}\Run": {"x": f"powershell.exe -w hidden -enc {'QQ' * 30}"}}),
    row("script host", STARTING, ASK, "starts_run_key",
        person={rf"{MS}\Run": {"x": r'wscript.exe "C:\Users\lan\AppData\Roaming\a.vbs"'}},
        files={"Users/lan/AppData/Roaming/a.vbs": b"x"}),
    row("rundll32 with a person's library", STARTING, ASK, "lies_in_home",
        person={rf"{MS}\Run": {"x": r"rundll32.exe C:\Users\lan\AppData\Roaming\z.dll,Start"}},
        files={"Users/lan/AppData/Roaming/z.dll": b"MZ"}),
    row("switched off starter", STARTING, LEAD, "is_switched_off", files=FILE,
        person={rf"{MS}\Run": {"a": ODD}, rf"{MS}\Explorer\StartupApproved\Run": {"a": b"\3" + bytes(11)}}),
    row("startup folder file", STARTING, ASK, "starts_startup_folder",
        files={"Users/lan/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Startup/a.vbs": b"x"}),
    row("startup folder link", STARTING, ASK, "starts_startup_folder", files={
        **FILE,
        "ProgramData/Microsoft/Windows/Start Menu/Programs/Startup/a.lnk": shortcut(ODD, "/quiet"),
    }),
    row("service", STARTING, ASK, "starts_service", files={"ProgramData/wm/wm.exe": b"MZ"},
        system={rf"{SET}\Services\WinMon": service(r"C:\ProgramData\wm\wm.exe")}),
    row("service library", STARTING, ASK, "starts_service", files={"Users/Public/a.dll": b"MZ"}, system={
        rf"{SET}\Services\Netx": service(r"%SystemRoot%\system32\svchost.exe -k netsvcs"),
        rf"{SET}\Services\Netx\Parameters": {"ServiceDll": r"C:\Users\Public\a.dll"},
    }),
    row("driver in an odd place", STARTING, ASK, "starts_service", files={"Windows/Temp/k.sys": b"MZ"},
        system={rf"{SET}\Services\kdrv": service(r"\??\C:\Windows\Temp\k.sys", 1, Type=1)}),
    row("scheduled task", STARTING, ASK, "starts_task",
        files={**FILE, "Windows/System32/Tasks/Updater": task(ODD, hidden=True)}),
    row("task by the clock", STARTING, ASK, "starts_task", files={
        "ProgramData/x/y.exe": b"MZ",
        "Windows/System32/Tasks/deep/er/T": task(r"C:\ProgramData\x\y.exe", trigger="CalendarTrigger"),
    }),
    row("WMI consumer", HOOKS, ASK, "hook_on_event", files={"Windows/System32/wbem/Repository/OBJECTS.DATA": WMI}),
    row("winlogon shell", HOOKS, ASK, "hook_sign_in_program",
        software={rf"{NT}\Winlogon": {"Shell": rf"explorer.exe,{ODD}"}}),
    row("winlogon userinit of REFOG", HOOKS, STRONG, "hook_sign_in_program", software={
        rf"{NT}\Winlogon": {"Userinit": r"C:\Windows\system32\userinit.exe,C:\Windows\System32\MPK\MPK.exe"},
    }),
    row("AppInit", HOOKS, ASK, "hook_in_every_program",
        software={rf"{NT}\Windows": {"AppInit_DLLs": r"C:\x\y.dll", "LoadAppInit_DLLs": 1}}),
    row("debugger of sethc", HOOKS, ASK, "hook_instead_of",
        software={rf"{NT}\Image File Execution Options\sethc.exe": {"Debugger": r"C:\Windows\System32\cmd.exe"}}),
    row("silent process exit", HOOKS, ASK, "hook_instead_of",
        software={rf"{NT}\SilentProcessExit\notepad.exe": {"MonitorProcess": ODD}}),
    row("replaced tool", HOOKS, ASK, "hook_replaced_tool", files={"Windows/System32/sethc.exe": b"MZ cmd"}),
    row("LSA package", HOOKS, ASK, "hook_hears_passwords",
        system={rf"{SET}\Control\Lsa": {"Notification Packages": ["scecli", "evilpass"]}}),
    row("keyboard filter", HOOKS, ASK, "hook_keyboard_filter", system={CLASS: {"UpperFilters": ["kbdclass", "kbrec"]}}),
    row("Sysmon", HOOKS, ASK, "hook_logs_everything",
        system={rf"{SET}\Services\Sysmon64": service(r"C:\Windows\Sysmon64.exe")}),
    row("Defender exclusion of a starter", "computer.antivirus", STRONG, "antivirus_leaves_out_starter",
        files={"ProgramData/wm/wm.exe": b"MZ"}, software=exclusion("Paths", r"C:\ProgramData\wm"),
        system={rf"{SET}\Services\WinMon": service(r"C:\ProgramData\wm\wm.exe")}),
    row("Defender exclusion of a drive", "computer.antivirus", ASK, "antivirus_leaves_out_much",
        software=exclusion("Paths", "C:\\")),
    row("Defender tamper protection off", "computer.antivirus", ASK, "antivirus_part_off",
        software={r"Microsoft\Windows Defender\Features": {"TamperProtection": 4}}),
    row("Defender real time off by a rule", "computer.antivirus", ASK, "antivirus_part_off", software={
        r"Policies\Microsoft\Windows Defender\Real-Time Protection": {"DisableRealtimeMonitoring": 1},
    }),
    row("firewall door", "computer.firewall", ASK, "firewall_opens_door", system={
        rf"{SET}\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules": {
            "x": r"v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=5900|App=C:\Program Files\v\v.exe|Name=v|",
        },
    }),
    row("remote desktop", "computer.screen_sharing", ASK, "screen_sharing_on",
        system={rf"{SET}\Control\Terminal Server": {"fDenyTSConnections": 0}}),
    row("shadowing without asking", "computer.screen_sharing", ASK, "screen_sharing_needs_no_answer",
        software={r"Policies\Microsoft\Windows NT\Terminal Services": {"Shadow": 2}}),
    row("remote assistance", "computer.screen_sharing", SETTING, "screen_sharing_on",
        system={rf"{SET}\Control\Remote Assistance": {"fAllowToGetHelp": 1}}),
    row("RDP wrapper", "computer.screen_sharing", ASK, "screen_sharing_on", system={
        rf"{SET}\Services\TermService\Parameters": {"ServiceDll": r"C:\Program Files\RDP Wrapper\rdpwrap.dll"},
    }),
    row("AnyDesk log", "computer.remote_sessions", ASK, "remote_session_unasked",
        files={"ProgramData/AnyDesk/connection_trace.txt": ANYDESK}),
    row("TeamViewer log", "computer.remote_sessions", ASK, "remote_session",
        files={"Program Files/TeamViewer/Connections_incoming.txt": TEAMVIEWER}),
    row("UltraViewer log", "computer.remote_sessions", ASK, "remote_session",
        files={"Users/lan/AppData/Roaming/UltraViewer/Connection_IN_Log.txt": ULTRAVIEWER}),
    row("RustDesk log", "computer.remote_sessions", ASK, "remote_session",
        files={"Users/lan/AppData/Roaming/RustDesk/log/server/rustdesk_r1.log": RUSTDESK}),
    row("installed family by folder", "computer.known_programs", STRONG, "is_installed",
        files={"ProgramData/spc/csrss.exe": b"MZ"}),
    row("installed family by its key", "computer.known_programs", STRONG, "is_installed",
        software={"Refog Software": {"a": 1}}),
    row("system name elsewhere", STARTING, STRONG, "borrows_system_name", files={"ProgramData/x/svchost.exe": b"MZ"},
        software={rf"{CURRENT}\Run": {"a": r"C:\ProgramData\x\svchost.exe"}}),
    row("name like a system's", STARTING, ASK, "looks_like_system_name", files={"ProgramData/x/scthost.exe": b"MZ"},
        software={rf"{CURRENT}\Run": {"a": r"C:\ProgramData\x\scthost.exe"}}),
    row("folder named by a number", STARTING, ASK, "lies_in_nameless_folder",
        files={"ProgramData/{4CEC2908-5CE4-48F0-A717-8FC833D8017A}/a.exe": b"MZ"},
        system={rf"{SET}\Services\a": service(r"C:\ProgramData\{4CEC2908-5CE4-48F0-A717-8FC833D8017A}\a.exe")}),
    row("unknown administrator", "computer.administrators", ASK, "account_administrator",
        sam=accounts({"lan": 1001, "support": 1002}, (1001, 1002))),
    row("hidden account", "computer.administrators", ASK, "account_left_out",
        sam=accounts({"lan": 1001, "svc": 1003}, (1001,)),
        software={rf"{NT}\Winlogon\SpecialAccounts\UserList": {"svc": 0}}),
    row("account for remote desktop", "computer.administrators", ASK, "account_from_afar",
        sam=accounts({"lan": 1001, "guest2": 1004}, (1001,), (1004,))),
    row("proxy", "computer.proxy", ASK, "proxy_set",
        person={rf"{MS}\Internet Settings": {"ProxyEnable": 1, "ProxyServer": "proxy.example.net:8080"}}),
    row("proxy script", "computer.proxy", ASK, "proxy_script",
        person={rf"{MS}\Internet Settings": {"AutoConfigURL": "http://x.example.net/p.pac"}}),
    row("proxy of Windows' services", "computer.proxy", ASK, "proxy_set",
        software={rf"{CURRENT}\Internet Settings\Connections": {"WinHttpSettings": win_http("http=p.example.net:8080")}}),
    row("port proxy", "computer.proxy", ASK, "proxy_set",
        system={rf"{SET}\Services\PortProxy\v4tov4\tcp": {"0.0.0.0/8080": "203.0.113.200.example.net/3389"}}),
    row("name server", "computer.name_servers", SETTING, "name_server_fixed",
        system={rf"{SET}\Services\Tcpip\Parameters\Interfaces\{{a}}": {"NameServer": "45.11.45.11"}}),
    row("hosts", "computer.hosts_file", ASK, "hosts_important_led",
        files={"Windows/System32/drivers/etc/hosts": b"45.11.45.11 www.facebook.com\r\n"}),
    row("ran before, BAM", "computer.ran_before", LEAD, "ran_before", system={
        rf"{SET}\Services\bam\State\UserSettings\S-1-5-21-1": {
            r"\Device\HarddiskVolume3\ProgramData\spc\csrss.exe": BAM,
        },
    }),
    row("ran before, UserAssist", "computer.ran_before", LEAD, "ran_before", person={
        rf"{MS}\Explorer\UserAssist\{{CEBFF5CD}}\Count": {r"P:\CebtenzQngn\fcp\pfeff.rkr": bytes(60) + BAM},
    }),
    row("ran before, Prefetch", "computer.ran_before", LEAD, "ran_before", files={
        "Windows/Prefetch/CSRSS.EXE-1234ABCD.pf": compressed(note(r"\VOLUME{01d}\PROGRAMDATA\SPC\CSRSS.EXE")),
    }),
    row("help from afar that was only opened once", "computer.ran_before", LEAD, "ran_before", files={
        "Windows/Prefetch/ANYDESK.EXE-1234ABCD.pf": note(r"\VOLUME{01d}\PROGRAM FILES (X86)\ANYDESK\ANYDESK.EXE", 23),
    }),
    row("a known service that was added once", "computer.ran_before", LEAD, "added_before", files={
        f"{LOGS}/System.evtx": evtx([Record(7045, {"ServiceName": "x", "ImagePath": r'"C:\ProgramData\spc\csrss.exe" -s'})]),
    }),
    row("sign-in from afar in the log of security", "computer.remote_sign_ins", ASK, "remote_sign_in", files={
        f"{LOGS}/Security.evtx": evtx([
            *(Record(4624, {"LogonType": "2", "TargetUserName": "lan", "IpAddress": "-"}) for _ in range(50)),
            Record(4624, {"LogonType": "10", "TargetUserName": "lan", "IpAddress": "203.0.113.9"}),
        ]),
    }),
    row("session of Remote Desktop", "computer.remote_sign_ins", ASK, "remote_sign_in", files={
        f"{LOGS}/Microsoft-Windows-TerminalServices-LocalSessionManager%4Operational.evtx": evtx([
            Record(21, {"User": r"PC\lan", "Address": "203.0.113.9"}, user="EventXML"),
        ]),
    }),
    row("Chrome Remote Desktop", "computer.remote_sessions", ASK, "remote_session", files={
        f"{LOGS}/Application.evtx": evtx([Record(1, {"": "x@example.com/chromoting_ftl_1"}, "chromoting")]),
    }),
    row("UltraVNC log", "computer.remote_sessions", ASK, "remote_session", files={
        "Program Files/uvnc bvba/UltraVNC/mslogon.log": b"1/11/2026 9:05   Connection received from 192.168.1.9\n",
    }),
    row("Ammyy log", "computer.remote_sessions", ASK, "remote_session", files={
        "ProgramData/AMMYY/access.log": b"20261101-21:05:22.123456 0001 - Passed authorization remoteId=12345678; TCP\n",
    }),
    row("Radmin log", "computer.remote_sessions", ASK, "remote_session", files={
        "Windows/SysWOW64/rserver30/Radm_log.htm": b"<3856> RServer3 2026.11.01 12:55 Connection from PC.lan (192.168.1.7) (minh): Remote Screen connection\n",
    }),
    row("Defender let a monitoring program be", "computer.antivirus_log", STRONG, "antivirus_let_be", files={
        f"{LOGS}/{DEFENDER}": evtx([
            defender(1116, **{"Threat Name": "MonitoringTool:Win32/Refog", "Path": r"file:_C:\x\y.exe"}),
            defender(1117, **{"Threat Name": "MonitoringTool:Win32/Refog", "Action ID": "6", "Path": ""}),
        ]),
    }),
    row("Defender found a monitoring program and took it", "computer.antivirus_log", ASK, "antivirus_found", files={
        f"{LOGS}/{DEFENDER}": evtx([
            defender(1116, **{"Threat Name": "TrojanSpy:Win32/Keylogger", "Path": r"file:_C:\x\y.exe"}),
            defender(1117, **{"Threat Name": "TrojanSpy:Win32/Keylogger", "Action ID": "2", "Path": ""}),
        ]),
    }),
    row("Defender found something else", "computer.antivirus_log", LEAD, "antivirus_found", files={
        f"{LOGS}/{DEFENDER}": evtx([defender(1116, **{"Threat Name": "HackTool:Win32/AutoKMS", "Path": ""})]),
    }),
    row("Defender was switched off once", "computer.antivirus_log", LEAD, "antivirus_was_off", files={
        f"{LOGS}/{DEFENDER}": evtx([defender(5001, **{"Product Name": "Microsoft Defender"})]),
    }),
    row("Defender was told to leave out a folder", "computer.antivirus_log", LEAD, "antivirus_left_out_since", files={
        f"{LOGS}/{DEFENDER}": evtx([defender(5007, **{
            "Old Value": "", "New Value": r"HKLM\SOFTWARE\Microsoft\Windows Defender\Exclusions\Paths\C:\wm = 0x0",
        })]),
    }),
    row("device that types by itself", "computer.attached_devices", ASK, "device_types_by_itself", system={
        rf"{SET}\Enum\HID\VID_03EB&PID_2401\7&1": {"ClassGUID": KEYBOARD, "DeviceDesc": "@k.inf,%x%;HID Keyboard"},
        rf"{SET}\Enum\USB\VID_03EB&PID_2401\5&1": {"DeviceDesc": "@u.inf,%x%;USB Input Device"},
    }),
    row("drivers that nobody signed", "computer.start_protection", ASK, "start_without_signed_drivers",
        system={rf"{SET}\Control": {"SystemStartOptions": " TESTSIGNING  NOEXECUTE=OPTIN"}}),
    row("secure boot is off", "computer.start_protection", SETTING, "start_without_signed_start",
        system={rf"{SET}\Control\SecureBoot\State": {"UEFISecureBootEnabled": 0}}),
    row("unpacked extension", "computer.browser_extensions", ASK, "extension_unpacked", files={
        f"{CHROME}/Default/Preferences": preferences(4, r"C:\\Users\\lan\\Desktop\\ext"),
        "Users/lan/Desktop/ext/manifest.json": b'{"name": "E", "version": "1", "host_permissions": ["<all_urls>"]}',
    }),
    row("forced extension of Coc Coc", "computer.browser_extensions", ASK, "extension_forced", files={
        "Users/lan/AppData/Local/CocCoc/Browser/User Data/Default/Preferences": preferences(7, "abc/1"),
    }),
    row("extension forced by a list", "computer.browser_policies", ASK, "browser_forced_extension",
        software={r"Policies\Google\Chrome\ExtensionInstallForcelist": {"1": f"{'a' * 32};https://x.example/u"}}),
    row("extension forced on Coc Coc by a list", "computer.browser_policies", ASK, "browser_forced_extension",
        software={r"Policies\CocCoc\ExtensionInstallForceList": {"1": f"{'d' * 32};https://x.example/u"}}),
    row("extension asked of Coc Coc by a program", "computer.browser_policies", ASK, "browser_forced_extension",
        software={rf"CocCoc\CocCoc\Extensions\{'e' * 32}": {"update_url": "https://x.example/u"}}),
    row("extension forced by settings", "computer.browser_policies", ASK, "browser_forced_extension",
        person={r"Software\Policies\Microsoft\Edge": {"ExtensionSettings": '{"abc": {"installation_mode": "force_installed"}}'}}),
    row("extension asked for by a program", "computer.browser_policies", ASK, "browser_forced_extension",
        software={rf"Wow6432Node\Google\Chrome\Extensions\{'b' * 32}": {"update_url": "https://x.example/u"}}),
    row("proxy of a browser", "computer.browser_policies", ASK, "browser_rule_proxy",
        software={r"Policies\BraveSoftware\Brave": {"ProxyMode": "fixed_servers", "ProxyServer": "p.example.net:1"}}),
    row("rule of Firefox", "computer.browser_policies", ASK, "browser_forced_extension",
        software={r"Policies\Mozilla\Firefox\Extensions\Install": {"1": "https://x.example/a.xpi"}}),
    row("page that may watch", "computer.site_permissions", SETTING, "site_camera", files={
        f"{CHROME}/Default/Preferences": (
            b'{"profile": {"content_settings": {"exceptions":'
            b' {"media_stream_camera": {"https://x.example:443,*": {"setting": 1}}}}}}'
        ),
    }),
    row("root certificate", "computer.root_certificates", ASK, "certificate_added",
        software={rf"{ROOT_STORE}\AA": {"Blob": blob(authority("Parental Proxy"))}}),
    row("root certificate of a person", "computer.root_certificates", ASK, "certificate_added_to_browser",
        person={rf"Software\{ROOT_STORE}\AA": {"Blob": blob(authority("Own Proxy"))}}),
]  # fmt: skip


@pytest.mark.parametrize(("check", "level", "sign", "more"), ROWS)
def test_the_row_is_found_at_its_level(looked, check, level, sign, more):
    usual = {(one.about, one.signs) for one in looked(CLEAN, "usual").findings}
    result = looked(CLEAN.with_(**more), "odd")
    new = [one for one in result.findings if (one.about, one.signs) not in usual]
    found = [one for one in new if sign in one.signs and check in (one.checks or (one.check,))]
    assert [one.level for one in found] == [level], [
        (one.check, one.about, one.signs) for one in result.findings
    ]


def test_a_fresh_computer_has_no_strong_sign_and_at_most_three_questions(looked):
    result = looked(CLEAN)
    assert result.at(Level.STRONG) == ()
    assert len(result.at(Level.ASK)) <= 3, [(one.check, one.about) for one in result.at(Level.ASK)]
    assert result.subject.system == "Windows 11 Home 23H2"


def test_what_needs_a_running_system_is_a_gap_and_nothing_failed(looked):
    result = looked(CLEAN)
    assert {gap.check: gap.reason for gap in result.gaps} == {
        "computer.keyboard_readers": Cause.NOT_SUPPORTED,
        "computer.odd_places": Cause.NEEDS_RUNNING_SYSTEM,
    }
    assert {unread.reason for unread in result.unread} <= {Cause.NEEDS_RUNNING_SYSTEM}


def test_a_note_that_cannot_be_read_is_told_beside_the_others(looked):
    notes = {
        "Windows/Prefetch/A.EXE-1.pf": b"MAM\x04xxxx",
        "Windows/Prefetch/B.EXE-1.pf": note(r"\VOLUME{1}\B.EXE"),
    }
    [gap] = [one for one in looked(CLEAN.with_(files=notes)).gaps if one.check == "computer.ran_before"]
    assert (gap.reason, gap.where, gap.saw) == (
        Cause.UNKNOWN_FORMAT,
        (r"C:\Windows\Prefetch\A.EXE-1.pf",),
        3,
    )


@pytest.mark.parametrize("where", [4096, 4096 + 600, 4096 + 65_536], ids=["chunk", "record", "second chunk"])
def test_a_damaged_log_gives_what_is_whole_and_says_so(looked, where):
    far = [
        Record(4624, {"LogonType": "10", "TargetUserName": "a", "IpAddress": f"203.0.113.{n}"})
        for n in (1, 2)
    ]
    log = bytearray(evtx(far, each=1))
    log[where : where + 80] = b"\xff" * 80
    result = looked(CLEAN.with_(files={f"{LOGS}/Security.evtx": bytes(log)}))
    assert [one.name for one in result.findings if one.check == "computer.remote_sign_ins"]
    assert Cause.UNKNOWN_FORMAT in {one.reason for one in result.unread}


def test_logs_that_nobody_can_read_are_told_of(looked):
    tight = {"ProgramData/TightVNC/Server/Logs/tvnserver.log": b"x"}
    [gap] = [one for one in looked(CLEAN.with_(files=tight)).gaps if one.check == "computer.remote_sessions"]
    assert gap.where == (r"C:\ProgramData\TightVNC\Server\Logs\tvnserver.log",)


def test_a_disk_without_its_hives_is_full_of_gaps_and_never_clear(looked):
    bare = CLEAN.with_()
    bare.files.update({"Windows/System32/config/x": b""})
    result = looked(Broken(bare))
    blind = {
        "computer.self_starting",
        "computer.system_hooks",
        "computer.antivirus",
        "computer.administrators",
    }
    assert blind <= {gap.check for gap in result.gaps}
    assert not blind & {one.check for one in result.looked}


class Broken:
    """A disk whose hives are damaged behind their heads."""

    def __init__(self, disk):
        self.disk = disk

    def write(self, root):
        self.disk.write(root)
        for path in [*(root / "Windows/System32/config").iterdir(), *root.glob("Users/*/NTUSER.DAT")]:
            path.write_bytes(path.read_bytes()[:4096])
        return root
