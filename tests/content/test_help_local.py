"""A centre's own help file: merged when right, left out with one clear reason when not."""

from pathlib import Path

import pytest

from checkup.content.help_local import LARGEST, NAME, local_help
from checkup.model.help import HelpEvidence, Hours, LocalFault, LocalTrouble

RIGHT = """checked = "2026-11-20"
by = "Peace House, Hà Nội"
hide = ["vn-112"]

[[entries]]
country = "VN"
name = "Our own line"
name_vi = "Đường dây của trung tâm"
section = "talk"
replaces = "vn-peace-house"
phones = ["1900 969 680", "+84 24 1234 5678"]
web = ["https://example.org/help"]
hours = "weekdays"
from = "8:00"
to = "17:00"
note = "Ask for Lan."
"""


def written(folder: Path, text: str | bytes) -> Path:
    (folder / NAME).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_no_file_adds_nothing_and_says_nothing(tmp_path: Path) -> None:
    local = local_help(tmp_path)
    assert local.entries == ()
    assert local.trouble is None


def test_an_entry_is_marked_local_with_its_own_date(tmp_path: Path) -> None:
    local = local_help(written(tmp_path, RIGHT))
    assert local.trouble is None
    (own,) = local.entries
    assert own.evidence is HelpEvidence.LOCAL
    assert own.checked == own.known_since == "2026-11-20"
    assert [phone.number for phone in own.phones] == ["1900 969 680", "+84 24 1234 5678"]
    assert (own.hours, own.opens, own.closes) == (Hours.WEEKDAYS, "8:00", "17:00")
    assert local.without == {"vn-112", "vn-peace-house"}


def test_an_entry_may_have_its_own_later_date(tmp_path: Path) -> None:
    local = local_help(written(tmp_path, RIGHT + 'checked = "2026-11-23"\n'))
    assert local.entries[0].checked == "2026-11-23"


def test_a_byte_order_mark_of_a_windows_editor_is_no_fault(tmp_path: Path) -> None:
    assert local_help(written(tmp_path, b"\xef\xbb\xbf" + RIGHT.encode())).trouble is None


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("checked = oops\n", LocalTrouble(file=NAME, fault=LocalFault.NOT_TOML, line=1)),
        (b"\xff\xfe\x00", LocalTrouble(file=NAME, fault=LocalFault.NOT_TOML)),
        ("[[entries]]\n", LocalTrouble(file=NAME, fault=LocalFault.WRONG_FIELD, entry=1, field="country")),
        ("", LocalTrouble(file=NAME, fault=LocalFault.WRONG_FIELD, field="checked")),
        (
            RIGHT.replace('section = "talk"', 'section = "tlak"'),
            LocalTrouble(file=NAME, fault=LocalFault.WRONG_FIELD, entry=1, field="section"),
        ),
        (
            RIGHT.replace("phones = [", "phone = ["),
            LocalTrouble(file=NAME, fault=LocalFault.WRONG_FIELD, entry=1, field="phone"),
        ),
        (
            RIGHT.replace('"VN"', '"Viet Nam"'),
            LocalTrouble(file=NAME, fault=LocalFault.WRONG_FIELD, entry=1, field="country"),
        ),
        (
            RIGHT.replace('"Our own line"', '" "'),
            LocalTrouble(file=NAME, fault=LocalFault.WRONG_FIELD, entry=1, field="name"),
        ),
        (
            RIGHT.replace("2026-11-20", "20.11.2026"),
            LocalTrouble(file=NAME, fault=LocalFault.BAD_DATE, field="checked"),
        ),
        (
            RIGHT + 'checked = "2026-13-01"\n',
            LocalTrouble(file=NAME, fault=LocalFault.BAD_DATE, entry=1, field="checked"),
        ),
        (
            RIGHT.replace("1900 969 680", "ask Lan"),
            LocalTrouble(file=NAME, fault=LocalFault.BAD_NUMBER, entry=1, field="phones"),
        ),
        (
            RIGHT.replace("1900 969 680", "113\u202e"),
            LocalTrouble(file=NAME, fault=LocalFault.BAD_NUMBER, entry=1, field="phones"),
        ),
        (
            RIGHT.replace("https://example.org/help", "javascript:alert(1)"),
            LocalTrouble(file=NAME, fault=LocalFault.BAD_ADDRESS, entry=1, field="web"),
        ),
        (
            RIGHT.replace("https://example.org/help", "https://"),
            LocalTrouble(file=NAME, fault=LocalFault.BAD_ADDRESS, entry=1, field="web"),
        ),
        ("#" * (LARGEST + 1), LocalTrouble(file=NAME, fault=LocalFault.TOO_LARGE)),
        ("checked = [", LocalTrouble(file=NAME, fault=LocalFault.NOT_TOML)),
        ("a = " + "[" * 100_000, LocalTrouble(file=NAME, fault=LocalFault.NOT_TOML)),
    ],
)
def test_a_file_that_is_not_right_is_left_out_whole_and_named(
    tmp_path: Path, text: str | bytes, trouble: LocalTrouble
) -> None:
    local = local_help(written(tmp_path, text))
    assert local.trouble == trouble
    assert local.entries == ()
    assert not local.without


def test_a_folder_in_place_of_the_file_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    trouble = local_help(tmp_path).trouble
    assert trouble is not None
    assert trouble.fault is LocalFault.UNREADABLE


def test_a_number_of_thousands_of_digits_is_no_toml(tmp_path: Path) -> None:
    local = local_help(written(tmp_path, f"{RIGHT}x = {'9' * 5000}\n"))
    assert local.entries == ()
    assert local.trouble is not None
    assert local.trouble.fault is LocalFault.NOT_TOML
