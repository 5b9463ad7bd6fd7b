"""Parsers of what lies on a Windows disk."""

import itertools

from checkup.parse.authenticode import signer_of
from checkup.parse.defender_log import defender_event
from checkup.parse.event_log import sign_in
from checkup.parse.evtx import NotEvtx, events
from checkup.parse.firewall_rule import opening
from checkup.parse.hive import Hive, HiveDamaged
from checkup.parse.hive_log import changes
from checkup.parse.prefetch import NotPrefetch, prefetch
from checkup.parse.registry import decoded
from checkup.parse.remote_log import PARSERS, log_text
from checkup.parse.sam import members, sam_user
from checkup.parse.shortcut import NotShortcut, target
from checkup.parse.task import NotTask, task
from checkup.parse.win_http import win_http_proxy
from checkup.parse.windows_line import started
from checkup.parse.wmi_store import bindings, command
from tests.evtx_builder import Record, evtx
from tests.fuzz.target import Target, of_text, of_tree, walked
from tests.hive_builder import hive, tree
from tests.prefetch_builder import compressed, note
from tests.windows_disk import group, shortcut, user
from tests.windows_disk import task as made_task

KEYS = {
    r"Microsoft\Windows\CurrentVersion\Run": {
        "UniKey": '"C:\\Program Files\\UniKey\\UniKeyNT.exe"',
        "tên": "%AppData%\\a.exe",
        "n": 7,
        "q": 2**40,
        "list": ["một", "hai"],
        "bytes": b"\0\1\2\3\4\5",
        "big": "x" * 40_000,
    },
    r"Microsoft\Tiếng Việt": {"a": 1},
}
FIREWALL = "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=5900|App=C:\\Users\\lan\\a.exe|Name=x|"
LOG = evtx(
    [
        Record(4624, {"TargetUserName": "Lan Nguyễn", "IpAddress": "203.0.113.7", "LogonType": "10"}),
        Record(21, {"User": "PC\\lan", "Address": "1.2.3.4"}, user="EventXML"),
        Record(5007, {"New Value": "<a> & b = 0x0"}, is_flat=True),
    ]
)
NOTE = note("\\VOLUME{01d}\\WINDOWS\\SYSTEM32\\SVCHOST.EXE")
EVENT = {
    "Event": {
        "System": {
            "EventID": {"#text": 4624},
            "TimeCreated": {"#attributes": {"SystemTime": "2026-11-01T14:00:00.123456Z"}},
        },
        "EventData": {"LogonType": 10, "TargetUserName": "lan", "IpAddress": "203.0.113.9"},
        "UserData": {"EventXML": {"User": "PC\\lan", "Address": "203.0.113.9", "Param1": "lan"}},
    }
}
LOGS = (
    "Incoming    2026-11-01, 14:00    User    123456789    123456789\n",
    "123456789\tPC\t01-11-2026 14:00:00\t01-11-2026 15:00:00\tlan\tRemoteControl\t{x}\n",
    "[2026-11-01 14:00:00.0 +07:00] INFO [connection.rs:1] #1 Connection opened from 203.0.113.9\n",
    "&lt;1&gt; RServer3 2026.11.01 12:55 Connection from PC (192.168.1.7) (lan): Remote Screen<br>\n",
)
WMI = (
    b'\0CommandLineEventConsumer\0\0x\0C:\\Windows\\a.exe /q\0__EventFilter.Name="f"\0'
    b'CommandLineEventConsumer.Name="x"\0__FilterToConsumerBinding\0'
)


def _hive(data: bytes) -> None:
    one = Hive(lambda offset, size: data[offset : offset + size])
    ahead = [((), one.root())]
    for _ in range(60):
        if not ahead:
            return
        path, node = ahead.pop()
        walked(iter(one.key("\\".join(path), node).values))
        ahead += [((*path, child.name), child) for child in itertools.islice(one.children(node), 20)]


def _event_log(data: bytes) -> None:
    for record in events(data, frozenset({1, 21, 4624, 5007})):
        if record is not None:
            sign_in(record)
            defender_event(record)


def _values(data: bytes) -> None:
    for kind in range(12):
        decoded(kind, data)
    sam_user(data)
    members(data)
    win_http_proxy(data)


def _store(data: bytes) -> None:
    walked(bindings(data))
    command(data, "x")


def _lines(text: str) -> None:
    started(text, {"appdata": text[:300], "systemroot": "C:\\Windows"})


TARGETS = (
    Target("windows.hive", _hive, (hive(tree(KEYS)), hive(tree({r"a\b": {"c": 1}}))), (HiveDamaged,)),
    Target(
        "windows.hive_log",
        lambda data: changes(b"\0" * 512 + data, 0),
        (b"HvLE" + bytes(36) + b"\1\0\0\0" + bytes(600),),
    ),
    Target("windows.event_log", _event_log, (LOG,), (NotEvtx,)),
    of_tree("windows.event", (sign_in, defender_event), EVENT),
    Target("windows.task", task, (made_task("C:\\a.exe", "x"), made_task("a", hidden=True)), (NotTask,)),
    Target(
        "windows.shortcut",
        target,
        (shortcut(r"C:\Users\Public\a.exe", "/q"), shortcut("C:\\b")),
        (NotShortcut,),
    ),
    Target(
        "windows.registry_values",
        _values,
        (user(1001)["F"], group(1001, 1002)["C"], "tên\0".encode("utf-16-le")),
    ),
    Target("windows.prefetch", prefetch, (NOTE, compressed(NOTE)), (NotPrefetch,)),
    Target("windows.wmi_store", _store, (WMI,)),
    Target(
        "windows.authenticode",
        signer_of,
        (b"MZ" + bytes(58) + b"\x80\0\0\0" + bytes(64) + b"PE\0\0" + bytes(400),),
    ),
    Target("windows.remote_log_bytes", log_text, ("a\nb".encode("utf-16"), b"a\r\nb")),
    of_text("windows.remote_log", PARSERS.values(), *LOGS),
    of_text(
        "windows.lines",
        (opening, _lines),
        FIREWALL,
        '"C:\\Windows\\System32\\rundll32.exe" "C:\\a b.dll",Start',
        "cmd /c start /min powershell -w hidden -enc AAAA",
        "%AppData%\\x\\y.exe -a",
    ),
)
