"""Files about a phone are known by what is in them; what they lack is a gap, what is damaged one sentence."""

import base64
import contextlib
import json
import zipfile
import zlib
from pathlib import Path

import pytest

from checkup.checks.android import ANDROID_CHECKS
from checkup.collect.android import CannotOpen, from_backup, from_dump, from_files, from_report
from checkup.collect.android.files import Why
from checkup.content.root import resource
from checkup.indicators import load
from checkup.model.android import (
    AccessibilityOn,
    AdminApp,
    InstalledApp,
    LeftTrace,
    MessageLink,
    OpenGuard,
    PhoneDay,
    RootTrace,
    SignedFile,
    TrustedComputer,
)
from checkup.model.clock import now
from checkup.model.finding import Level
from checkup.model.looked import Cause
from checkup.model.stop import Stop
from checkup.parse.phone_mark import phone_mark
from checkup.scan import Ended, scan
from tests.android_phone import App, Phone, ordinary, watcher, write_backup
from tests.odd_zip import far_away


def looked_at(opened):
    known = load(resource("rules"))
    *_, last = scan(ANDROID_CHECKS, opened.sources, known, Stop(), opened.subject, now)
    assert isinstance(last, Ended)
    return last.result


@pytest.mark.parametrize("release", [9, 12, 14, 16])
def test_unknown_monitoring_is_raised_and_nothing_ordinary_is(tmp_path, release):
    phone = Phone([*ordinary(), watcher()], release=release)
    result = looked_at(from_report(phone.write_report(tmp_path / "bugreport.zip"), Stop()))
    assert [finding.about for finding in result.at(Level.STRONG)] == ["com.wifi.systemservice"]
    assert (result.subject.name, result.subject.system) == ("SM-A536E", str(release))
    assert result.subject.mark == phone_mark("R5CT30ABCDE")


def test_an_ordinary_phone_has_nothing_strong_and_no_check_fails(tmp_path):
    result = looked_at(from_report(Phone(ordinary()).write_report(tmp_path / "x"), Stop()))
    assert result.at(Level.STRONG) == ()
    assert Cause.FAILED not in {gap.reason for gap in result.gaps}


def test_one_app_is_one_card_with_its_reasons_in_order_of_proof(tmp_path):
    app = watcher("com.androidlost")
    result = looked_at(from_report(Phone([app]).write_report(tmp_path / "x"), Stop()))
    [finding] = [one for one in result.findings if one.about == app.id]
    signs = [reason.sign for reason in finding.reasons]
    assert (finding.check, finding.level) == ("android.known_app", Level.STRONG)
    assert signs[:2] == ["known_app_id", "profile_of_monitoring"]


def test_a_listed_certificate_is_found_in_an_androidqf_folder_and_zip(tmp_path):
    phone = Phone([App("com.other", certificate="9EECE9B4ECF4DC0C5981FEACFB271E1C0A2967FF".lower())])
    folder = phone.write_androidqf(tmp_path / "aqf")
    with zipfile.ZipFile(tmp_path / "aqf.zip", "w") as file:
        for path in folder.iterdir():
            file.write(path, f"some-name/{path.name}")
    for source in (folder, tmp_path / "aqf.zip"):
        result = looked_at(from_files(source, Stop()))
        assert [finding.about for finding in result.at(Level.STRONG)] == ["com.other"]


def test_the_bug_report_in_an_androidqf_folder_is_read_where_nothing_else_holds_its_dumps(tmp_path):
    phone = Phone([watcher()])
    folder = phone.write_androidqf(tmp_path / "aqf")
    phone.write_report(folder / "bugreport.zip")
    whole = from_files(folder, Stop()).sources.read(AccessibilityOn)
    (folder / "dumpsys.txt").unlink()
    again = from_files(folder, Stop()).sources.read(AccessibilityOn)
    assert again == whole
    assert [one.app for one in again] == [watcher().id]
    (folder / "bugreport.zip").write_bytes(b"PK\3\4 cut")
    damaged = from_files(folder, Stop()).sources.read(InstalledApp)
    assert "bugreport.zip" in {one.where for one in damaged.unread}


def test_the_newer_layout_of_androidqf_is_read(tmp_path):
    """As androidqf writes since 2026: an app for each person, the collector's key, guards, add-ons."""
    folder = Phone([watcher()]).write_androidqf(tmp_path / "aqf")
    (folder / "packages.json").write_text(
        json.dumps(
            [
                {"user_id": 0, "name": "com.there", "installed": True, "installer": "null", "files": []},
                {"user_id": 0, "name": "com.androidlost", "installed": False, "installer": "null"},
            ]
        )
    )
    key = base64.b64encode(bytes(range(256)) * 2).decode()
    (folder / "adb_host_key.pub").write_text(f"{key} lan@laptop\n")
    (folder / "dumpsys.txt").write_text(
        f"DUMP OF SERVICE adb:\nADB MANAGER STATE\n  debugging_manager={{\n    user_keys={key} lan@laptop\n"
    )
    (folder / "acquisition.json").write_text('{"started": "2026-11-24T08:00:00Z"}')
    (folder / "selinux.txt").write_text("Permissive\n")
    (folder / "mounts.json").write_text('["/dev/block/dm-12 on /system type ext4 (rw,seclabel)"]')
    (folder / "root_binaries.json").write_text('["/system/bin/su\\n/system/xbin/su"]')
    (folder / "browser_history").mkdir()
    (folder / "browser_history" / "manifest.json").write_text("{}")
    (folder / "magisk_modules").mkdir()
    (folder / "magisk_modules" / "manifest.json").write_text(
        '{"modules": [{"device_path": "/data/adb/modules/x"}]}'
    )
    (folder / "package_users.json").write_text(
        '{"users": [{"id": 0, "inventory_status": "collected"}, {"id": 10, "inventory_status": "failed"}]}'
    )
    sources = from_files(folder, Stop()).sources
    assert [app.id for app in sources.read(InstalledApp)] == ["com.there"]
    assert [one.where for one in sources.read(InstalledApp).unread] == ["packages.json, user 10"]
    assert [one.app for one in sources.read(LeftTrace)] == ["com.androidlost"]
    assert [one.did_collect for one in sources.read(TrustedComputer)] == [True]
    assert [one.day for one in sources.read(PhoneDay)] == ["2026-11-24"]
    assert len(sources.read(OpenGuard).items) == 2
    unread = {(one.where, one.reason) for one in sources.read(MessageLink).unread}
    assert unread == {("browser_history/", Cause.NOT_SUPPORTED)}
    assert [one.path for one in sources.read(RootTrace)] == [
        *("/system/bin/su", "/system/xbin/su", "/data/adb/modules/x")
    ]


def test_android_6_to_9_are_not_unknown_where_the_settings_name_the_readers(tmp_path):
    text = (
        "DUMP OF SERVICE accessibility:\nUser state[attributes:{id=0}\n"
        "           services:{Service[label=X]}]\n"
        "DUMP OF SERVICE settings:\nSECURE SETTINGS (user 0)\n"
        "_id:1 name:enabled_accessibility_services pkg:a value:com.a/.S default:x\n"
    )
    (tmp_path / "x").write_text(text)
    reading = from_dump(tmp_path / "x", Stop()).sources.read(AccessibilityOn)
    assert ([one.app for one in reading], reading.unread) == (["com.a"], ())


def test_what_was_not_brought_is_a_gap(tmp_path):
    (tmp_path / "packages.json").write_text(Phone(ordinary()).packages_json(), "utf-8")
    opened = from_files(tmp_path, Stop())
    assert opened.sources.read(InstalledApp).items
    assert [one.reason for one in opened.sources.read(AdminApp).unread] == [Cause.NOT_INCLUDED]
    assert {"android.accessibility", "android.hidden_app"} <= {gap.check for gap in looked_at(opened).gaps}


def test_a_service_that_took_too_long_is_a_gap(tmp_path):
    text = "DUMP OF SERVICE device_policy:\n*** SERVICE 'device_policy' DUMP TIMEOUT (10000ms) EXPIRED ***\n"
    (tmp_path / "x").write_text(text, "utf-8")
    unread = from_dump(tmp_path / "x", Stop()).sources.read(AdminApp).unread
    assert [one.reason for one in unread] == [Cause.TIMED_OUT]


def test_a_report_in_a_zip_in_a_zip_is_read(tmp_path):
    inner = Phone([watcher()]).write_report(tmp_path / "inner.zip")
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as file:
        file.write(inner, "bugreport-a53x.zip")
    assert from_report(tmp_path / "outer.zip", Stop()).sources.read(InstalledApp).items


def test_the_text_of_a_report_is_read_without_its_zip(tmp_path):
    (tmp_path / "bugreport.txt").write_text(Phone([watcher()]).report(), "utf-8")
    assert from_report(tmp_path / "bugreport.txt", Stop()).sources.read(InstalledApp).items


def messages(*bodies):
    rows = [{"address": "+84900", "body": body, "date": "1763625600000", "type": "1"} for body in bodies]
    return zlib.compress(json.dumps(rows).encode())


def test_a_backup_gives_apps_certificates_and_links_of_messages(tmp_path):
    certificate = b"a certificate".hex()
    members = {
        "apps/com.example/_manifest": f"1\ncom.example\n7\n34\ncom.store\n0\n1\n{certificate}\n".encode(),
        "apps/com.android.providers.telephony/d_f/000000_sms_backup": messages("see https://a.example/x."),
    }
    sources = from_backup(write_backup(tmp_path / "x.ab", members), Stop()).sources
    assert [app.installer for app in sources.read(InstalledApp)] == ["com.store"]
    assert [len(file.certificates) for file in sources.read(SignedFile)] == [2]
    [link] = sources.read(MessageLink)
    assert (link.url, link.when) == ("https://a.example/x", "2025-11-20T08:00:00Z")


MANIFEST = {"apps/com.example/_manifest": b"1\ncom.example\n7\n34\ncom.store\n0\n0\n"}


@pytest.mark.parametrize("password", ["hoa sen", "mật khẩu của tôi", ""])
def test_a_backup_with_a_password_is_opened_with_it_and_with_no_other(tmp_path, password):
    path = write_backup(tmp_path / "x.ab", MANIFEST, password)
    assert [app.id for app in from_backup(path, Stop(), password).sources.read(InstalledApp)] == [
        "com.example"
    ]
    for wrong in (None, "another"):
        with pytest.raises(CannotOpen) as fault:
            from_backup(path, Stop(), wrong)
        assert fault.value.why is Why.WRONG_PASSWORD


def test_a_hostile_cost_is_refused_before_anything_is_computed(tmp_path):
    data = write_backup(tmp_path / "x.ab", MANIFEST, "a", rounds=1000).read_bytes()
    (tmp_path / "x.ab").write_bytes(data.replace(b"\n1000\n", b"\n999999999\n", 1))
    assert refused(from_backup, tmp_path / "x.ab") is Why.NO_BACKUP


def refused(reader, path):
    with pytest.raises(CannotOpen) as fault:
        reader(path, Stop())
    return fault.value.why


@pytest.mark.parametrize("reader", [from_report, from_files, from_dump, from_backup])
def test_each_says_what_is_wrong_with_a_file(tmp_path, reader):
    assert refused(reader, tmp_path / "none") is Why.MISSING
    (tmp_path / "a.age").write_bytes(b"age-encryption.org/v1\n-> X25519 x\n")
    assert refused(reader, tmp_path / "a.age") is Why.SEALED
    (tmp_path / "noise").write_bytes(b"\x00\xff hello\n" * 200)
    assert refused(reader, tmp_path / "noise") in {Why.NO_REPORT, Why.DAMAGED, Why.NO_DUMP, Why.NO_BACKUP}


def test_a_folder_of_encrypted_files_says_so(tmp_path):
    (tmp_path / "collection.zip.age").write_bytes(b"age-encryption.org/v1")
    assert refused(from_files, tmp_path) is Why.SEALED
    (tmp_path / "collection.zip.age").unlink()
    assert refused(from_files, tmp_path) is Why.NO_COLLECTION


def test_a_cut_report_is_damaged(tmp_path):
    whole = Phone(ordinary()).write_report(tmp_path / "x.zip").read_bytes()
    (tmp_path / "x.zip").write_bytes(whole[: len(whole) // 2])
    assert refused(from_report, tmp_path / "x.zip") is Why.DAMAGED


def test_a_zip_that_grows_without_end_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("bugreport-x.txt", b"\n" * (80 * 1024 * 1024))
    assert refused(from_report, tmp_path / "x.zip") is Why.TOO_LARGE


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\x", "bugreport-\u202e.txt"])
def test_a_members_name_steers_nothing(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr("main_entry.txt", name)
        file.writestr(name, Phone(ordinary()).report())
    before = sorted(Path(tmp_path).rglob("*"))
    with contextlib.suppress(CannotOpen):
        from_report(tmp_path / "x.zip", Stop())
    assert sorted(Path(tmp_path).rglob("*")) == before


NUMBERS = {
    "more than every disk holds": b"\x80" + (2**62).to_bytes(11, "big"),
    "more than a number holds": b"\x80" + b"\xff" * 11,
    "less than nothing": b"\xff" * 12,
}


@pytest.mark.parametrize("size", NUMBERS.values(), ids=NUMBERS)
@pytest.mark.parametrize("name", [b"apps/a/_manifest", b"apps/a/x"])
@pytest.mark.parametrize("kind", [b"0", b"L", b"x"])
def test_a_member_of_a_backup_that_says_an_impossible_size_ends_the_reading(tmp_path, size, name, kind):
    head = bytearray(512)
    head[: len(name)], head[156:157], head[257:265] = name, kind, b"ustar\x0000"
    head[100:136] = b"0000644\0" * 3 + size
    head[148:156] = b"%06o\0 " % (sum(head[:148]) + 8 * 32 + sum(head[156:]))
    (tmp_path / "x.ab").write_bytes(b"ANDROID BACKUP\n5\n0\nnone\n" + bytes(head) + bytes(2048))
    assert refused(from_backup, tmp_path / "x.ab") is Why.DAMAGED


def test_a_number_of_hundreds_of_digits_beside_a_member_ends_the_reading(tmp_path):
    note = b"310 size=" + b"9" * 300 + b"\n"
    path = write_backup(tmp_path / "x.ab", {"note": note, **MANIFEST})
    tar = bytearray(zlib.decompress(path.read_bytes().partition(b"none\n")[2]))
    tar[156:157] = b"x"
    tar[148:156] = b"%06o\0 " % (sum(tar[:148]) + 8 * 32 + sum(tar[156:512]))
    path.write_bytes(b"ANDROID BACKUP\n5\n0\nnone\n" + bytes(tar))
    assert refused(from_backup, path) is Why.DAMAGED


def test_a_member_of_a_zip_behind_the_end_of_every_disk_is_damage(tmp_path):
    (tmp_path / "x.zip").write_bytes(far_away("main_entry.txt"))
    assert refused(from_report, tmp_path / "x.zip") is Why.DAMAGED


def test_a_password_of_half_signs_is_a_wrong_one(tmp_path):
    path = write_backup(tmp_path / "x.ab", MANIFEST, "a")
    with pytest.raises(CannotOpen) as caught:
        from_backup(path, Stop(), "\ud800")
    assert caught.value.why is Why.WRONG_PASSWORD


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_packed_as_androids_never_are_is_damage(tmp_path, packing):
    with zipfile.ZipFile(tmp_path / "x.zip", "w", packing) as file:
        file.writestr("main_entry.txt", "report.txt")
        file.writestr("report.txt", Phone(ordinary()).report())
    assert refused(from_report, tmp_path / "x.zip") is Why.DAMAGED


def test_a_member_without_a_name_is_passed_over(tmp_path):
    path = Phone(ordinary()).write_report(tmp_path / "x.zip")
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("nameless", "x")
    path.write_bytes(path.read_bytes().replace(b"nameless", b"\0ameless"))
    assert from_report(path, Stop()).sources.read(InstalledApp)
