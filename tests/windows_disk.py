"""Makes a disk with Windows on it, in a folder: hives, files and tasks out of nothing.

Paths of files are written with forward slashes from the drive's root. What stands in `CLEAN` is what a
fresh computer of a person here has: office, chat, keyboard for Vietnamese, remote help not running.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from pathlib import Path

from tests.hive_builder import Key, hive, tree
from tests.prefetch_builder import note

WHO = "lan"
CURRENT = r"Microsoft\Windows\CurrentVersion"
NT = r"Microsoft\Windows NT\CurrentVersion"
SET = "ControlSet001"
SID = "S-1-5-21-1111111111-2222222222-3333333333"
Values = dict[str, dict[str, object]]


@dataclass
class Disk:
    """What is on the disk; `software`, `system`, `person` and `sam` are keys by path below their hive."""

    software: Values = field(default_factory=dict)
    system: Values = field(default_factory=dict)
    person: Values = field(default_factory=dict)
    sam: Values = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def with_(self, **more: dict) -> Disk:
        """Return a disk with more on it."""
        parts = {}
        for name in ("software", "system", "person", "sam"):
            own = {path: dict(values) for path, values in getattr(self, name).items()}
            for path, values in more.get(name, {}).items():
                own[path] = {**own.get(path, {}), **values}
            parts[name] = own
        return Disk(**parts, files=self.files | more.get("files", {}))

    def write(self, root: Path) -> Path:
        """Write it below a folder."""
        config = "Windows/System32/config"
        files = dict(self.files)
        for name, keys in (("SOFTWARE", self.software), ("SYSTEM", self.system), ("SAM", self.sam)):
            files[f"{config}/{name}"] = hive(tree(keys), name)
        files[f"Users/{WHO}/NTUSER.DAT"] = hive(tree(self.person), "NTUSER.DAT")
        for path, data in files.items():
            whole = root / path.lstrip("/")
            whole.parent.mkdir(parents=True, exist_ok=True)
            whole.write_bytes(data)
        return root


def service(path: str, start: int = 2, **more: object) -> dict[str, object]:
    return {"ImagePath": path, "Start": start, "Type": 0x10, "ObjectName": "LocalSystem", **more}


def task(command: str, arguments: str = "", *, trigger: str = "LogonTrigger", hidden: bool = False) -> bytes:
    text = (
        '<?xml version="1.0" encoding="UTF-16"?>\n'
        '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">\n'
        f"<Triggers><{trigger}><Enabled>true</Enabled></{trigger}></Triggers>\n"
        "<Principals><Principal id='Author'><UserId>S-1-5-18</UserId></Principal></Principals>\n"
        f"<Settings><Hidden>{str(hidden).lower()}</Hidden><Enabled>true</Enabled></Settings>\n"
        f"<Actions Context='Author'><Exec><Command>{command}</Command>"
        f"<Arguments>{arguments}</Arguments></Exec></Actions></Task>"
    )
    return text.encode("utf-16")


def shortcut(path: str, words: str = "") -> bytes:
    """Return a link that leads to a path of this drive."""
    raw = path.encode("ascii") + b"\0"
    info = struct.pack("<IIIIIII", 28 + len(raw) + 1, 28, 1, 28, 28, 0, 28 + len(raw)) + raw + b"\0"
    flags = 0x02 | 0x80 | (0x20 if words else 0)
    head = bytes.fromhex("4c0000000114020000000000c000000000000046") + struct.pack("<I", flags)
    tail = struct.pack("<H", len(words)) + words.encode("utf-16-le") if words else b""
    return head.ljust(76, b"\0") + info + tail


def user(number: int, *, disabled: bool = False) -> dict[str, object]:
    value = bytearray(80)
    struct.pack_into("<QQQ", value, 8, 133_770_000_000_000_000, 0, 133_700_000_000_000_000)
    struct.pack_into("<I", value, 48, number)
    struct.pack_into("<H", value, 56, 0x0001 if disabled else 0x0210)
    return {"F": bytes(value)}


def group(*numbers: int) -> dict[str, object]:
    sids = b"".join(
        struct.pack("<BB6s5I", 1, 5, b"\0\0\0\0\0\5", 21, 1111111111, 2222222222, 3333333333, number)
        for number in numbers
    )
    head = bytearray(52)
    struct.pack_into("<III", head, 40, 0, len(sids), len(numbers))
    return {"C": bytes(head) + sids}


def accounts(people: dict[str, int], administrators: tuple[int, ...], remote: tuple[int, ...] = ()) -> Values:
    top = r"SAM\Domains"
    found: Values = {}
    for name, number in people.items():
        found[rf"{top}\Account\Users\Names\{name}"] = {"": (number, b"")}
        found[rf"{top}\Account\Users\{number:08X}"] = user(number, disabled=number < 1000)
    found[rf"{top}\Builtin\Aliases\00000220"] = group(*administrators)
    found[rf"{top}\Builtin\Aliases\0000022B"] = group(*remote)
    return found


def exclusion(kind: str, value: str) -> Values:
    return {rf"Microsoft\Windows Defender\Exclusions\{kind}": {value: 0}}


def uninstall(name: str, folder: str, maker: str = "") -> Values:
    return {
        rf"{CURRENT}\Uninstall\{name}": {"DisplayName": name, "InstallLocation": folder, "Publisher": maker}
    }


PROGRAMS = (
    "Windows/explorer.exe",
    "Windows/System32/svchost.exe",
    "Windows/System32/userinit.exe",
    "Windows/System32/SecurityHealthSystray.exe",
    "Windows/System32/ntoskrnl.exe",
    "Windows/System32/spoolsv.exe",
    "Windows/System32/termsrv.dll",
    "Windows/System32/dhcpcore.dll",
    "Windows/System32/drivers/kbdclass.sys",
    "Program Files/UniKey/UniKeyNT.exe",
    "Program Files/Microsoft Office/root/Office16/WINWORD.EXE",
    "Program Files (x86)/Microsoft/EdgeUpdate/MicrosoftEdgeUpdate.exe",
    "Program Files (x86)/UltraViewer/UltraViewer_Desktop.exe",
    "Program Files/Google/Chrome/Application/chrome.exe",
    f"Users/{WHO}/AppData/Local/Programs/Zalo/Zalo.exe",
    f"Users/{WHO}/AppData/Local/Microsoft/OneDrive/OneDrive.exe",
    f"Users/{WHO}/AppData/Local/CocCoc/Browser/Application/browser.exe",
)

CLEAN = Disk(
    software={
        NT: {"ProductName": "Windows 10 Home", "DisplayVersion": "23H2", "CurrentBuildNumber": "22631"},
        rf"{NT}\Winlogon": {"Shell": "explorer.exe", "Userinit": r"C:\Windows\system32\userinit.exe,"},
        rf"{NT}\Windows": {"AppInit_DLLs": "", "LoadAppInit_DLLs": 0},
        rf"{NT}\Image File Execution Options\chrome.exe": {"MaxLoaderThreads": 1},
        rf"{CURRENT}\Internet Settings\Connections": {
            "WinHttpSettings": bytes.fromhex("1800000000000000010000000000000000000000")
        },
        rf"{CURRENT}\Run": {"SecurityHealth": r"%windir%\system32\SecurityHealthSystray.exe"},
        r"Microsoft\Windows Defender\Features": {"TamperProtection": 5},
        r"Microsoft\Windows Defender\Real-Time Protection": {"DisableRealtimeMonitoring": 0},
        **uninstall("UniKey 4.6", r"C:\Program Files\UniKey"),
        **uninstall("Microsoft 365", r"C:\Program Files\Microsoft Office"),
        **uninstall("UltraViewer", "C:\\Program Files (x86)\\UltraViewer\\"),
        **uninstall("Google Chrome", r"C:\Program Files\Google\Chrome\Application"),
    },
    system={
        "Select": {"Current": 1},
        rf"{SET}\Services\Spooler": service(r"%SystemRoot%\System32\spoolsv.exe"),
        rf"{SET}\Services\Dhcp": service(
            r"%SystemRoot%\system32\svchost.exe -k LocalServiceNetworkRestricted -p"
        ),
        rf"{SET}\Services\Dhcp\Parameters": {"ServiceDll": r"%SystemRoot%\system32\dhcpcore.dll"},
        rf"{SET}\Services\kbdclass": service(r"\SystemRoot\System32\drivers\kbdclass.sys", 3, Type=1),
        rf"{SET}\Services\edgeupdate": service(
            r'"C:\Program Files (x86)\Microsoft\EdgeUpdate\MicrosoftEdgeUpdate.exe" /svc'
        ),
        rf"{SET}\Services\TermService\Parameters": {"ServiceDll": r"%SystemRoot%\System32\termsrv.dll"},
        rf"{SET}\Control\Terminal Server": {"fDenyTSConnections": 1},
        rf"{SET}\Control\Remote Assistance": {"fAllowToGetHelp": 0},
        rf"{SET}\Control\Lsa": {
            "Authentication Packages": ["msv1_0"],
            "Notification Packages": ["scecli"],
            "Security Packages": ['""'],
        },
        rf"{SET}\Control\Class\{{4d36e96b-e325-11ce-bfc1-08002be10318}}": {"UpperFilters": ["kbdclass"]},
        rf"{SET}\Control\SecureBoot\State": {"UEFISecureBootEnabled": 1},
        rf"{SET}\Control": {"SystemStartOptions": " NOEXECUTE=OPTIN  FVEBOOT=2666496"},
        rf"{SET}\Enum\HID\VID_046D&PID_C31C\7&1": {"DeviceDesc": "@keyboard.inf,%hid%;HID Keyboard Device"},
        rf"{SET}\Enum\USB\ROOT_HUB30\4&1": {"DeviceDesc": "@usb.inf,%x%;USB Root Hub"},
        rf"{SET}\Services\Tcpip\Parameters\Interfaces\{{a}}": {
            "NameServer": "",
            "DhcpNameServer": "192.168.1.1",
        },
        rf"{SET}\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules": {
            "RemoteDesktop-UserMode-In-TCP": (
                r"v2.31|Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=3389|App=%SystemRoot%\system32\svchost.exe"
                "|Name=@FirewallAPI.dll,-28775|"
            ),
            "{zalo}": (
                r"v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|App=C:\Users\lan\AppData\Local\Programs\Zalo\Zalo.exe"
                "|Name=zalo|"
            ),
        },
    },
    person={
        rf"Software\{CURRENT}\Run": {
            "OneDrive": r'"C:\Users\lan\AppData\Local\Microsoft\OneDrive\OneDrive.exe" /background',
            "UniKey": r"C:\Program Files\UniKey\UniKeyNT.exe",
            "Zalo": r'"C:\Users\lan\AppData\Local\Programs\Zalo\Zalo.exe" --from-startup',
            "CocCoc": r'"C:\Users\lan\AppData\Local\CocCoc\Browser\Application\browser.exe" --hidden',
        },
        rf"Software\{CURRENT}\Internet Settings": {"ProxyEnable": 0},
    },
    sam=accounts({"Administrator": 500, "Guest": 501, "lan": 1001}, (500, 1001)),
    files={
        **{path: b"MZ" + path.encode() for path in PROGRAMS},
        "Windows/System32/drivers/etc/hosts": b"# Microsoft Corp.\r\n127.0.0.1 localhost\r\n",
        "Windows/System32/cmd.exe": b"MZ cmd",
        "Windows/System32/sethc.exe": b"MZ sethc",
        "Windows/System32/utilman.exe": b"MZ utilman",
        "Windows/System32/Tasks/Microsoft/Windows/Defrag": task(r"%windir%\system32\svchost.exe"),
        "Windows/System32/Tasks/GoogleUpdaterTask": task(
            r"C:\Program Files\Google\Chrome\Application\chrome.exe", trigger="CalendarTrigger"
        ),
        "Windows/System32/winevt/Logs/none.txt": b"",
        "Windows/Prefetch/SVCHOST.EXE-00000001.pf": note(r"\VOLUME{01d}\WINDOWS\SYSTEM32\SVCHOST.EXE"),
        "Windows/Prefetch/NTOSBOOT-B00DFAAD.pf": note(r"\VOLUME{01d}\NTOSBOOT", 31),
        "ProgramData/Microsoft/Windows/Start Menu/Programs/Startup/desktop.ini": b"[.ShellClassInfo]",
    },
)

__all__ = ["CLEAN", "Disk", "Key", "accounts", "exclusion", "service", "shortcut", "task", "uninstall"]
