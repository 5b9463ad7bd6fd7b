"""Paths of the lists and paths of a computer, compared segment by segment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.indicators.family import Confidence, Indicator, IndicatorKind
from checkup.indicators.paths import PathIndex, segments


def index(path: str, system: str) -> PathIndex:
    fact = Indicator(kind=IndicatorKind.PATH, value=path, system=system, confidence=Confidence.HIGH)
    return PathIndex(system, [("it", fact)])


@pytest.mark.parametrize(
    ("system", "listed", "seen"),
    [
        ("windows", r"%APPDATA%\MPK" + "\\", r"C:\Users\Lan Anh\AppData\Roaming\mpk\a.exe"),
        ("windows", r"%ProgramData%\AnyDesk\service.conf", r"E:\ProgramData\AnyDesk\service.conf"),
        (
            "windows",
            r"C:\Program Files (x86)\ScreenConnect Client (*)" + "\\",
            r"\\?\C:\Program Files (x86)\ScreenConnect Client (ab12)\x.exe",
        ),
        ("linux", "~/.anydesk", "/home/lan/.anydesk/user.conf"),
        ("linux", "~/.anydesk", "/root/.anydesk"),
        (
            "macos",
            "~/Library/LaunchAgents/com.BT.BPK.plist",
            "/Users/lan/Library/LaunchAgents/com.bt.bpk.plist",
        ),
    ],
)
def test_a_listed_path_is_met(system: str, listed: str, seen: str) -> None:
    assert list(index(listed, system).find(seen))


@pytest.mark.parametrize(
    ("system", "listed", "seen"),
    [
        ("linux", "~/.anydesk", "/home/lan/sub/.anydesk"),
        ("linux", "/usr/NX/", "/usr/NXT/x"),
        ("linux", "/usr/NX/", "/usr"),
        ("windows", r"%APPDATA%\*\hvnc.conf", r"C:\Users\a\AppData\Roaming\one\two\hvnc.conf"),
        ("linux", "/opt/x", ""),
    ],
)
def test_a_path_elsewhere_is_not_met(system: str, listed: str, seen: str) -> None:
    assert not list(index(listed, system).find(seen))


@given(st.text(max_size=300), st.sampled_from(["linux", "windows", "macos"]))
def test_any_text_is_a_path_or_nothing_and_never_an_error(text: str, system: str) -> None:
    assert all(segments(text, system))
    list(index("/opt/*/x", system).find(text))
