"""Every made export is read whole: each row becomes a record or is counted, whatever language it is in."""

import csv
import io
import json

import pytest

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.read import rows_of
from checkup.parse.exports.registry import OpenDocument, opened
from checkup.parse.exports.twins import Twin
from tests.signins.made_exports import FILES, IP, WHEN, data

RAW = WHEN.replace(" ", "T") + "Z"


def read(content: bytes):
    found = opened(content[:65536])
    assert found is not None
    return found, list(rows_of(found, io.BufferedReader(io.BytesIO(content))))


@pytest.mark.parametrize("name", list(FILES))
def test_every_row_is_read_or_counted(name):
    _, service, count, lost = FILES[name]
    found, rows = read(data(name))
    records = [row for row in rows if isinstance(row, SignInRecord)]
    assert len(records) == count
    assert sum(row for row in rows if isinstance(row, int)) == lost
    assert {record.service for record in records} == {service}
    assert (found.reader.service if isinstance(found, OpenDocument) else found.service) == service


TABLES = [name for name, (text, *_) in FILES.items() if text[0] not in "{[<w"]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_tables_in_other_encodings_are_read_too(name, encoding):
    text, _, count, _ = FILES[name]
    _, rows = read(text.encode(encoding))
    assert sum(isinstance(row, SignInRecord) for row in rows) == count


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("between", [";", "\t"])
@pytest.mark.parametrize("above", ["", "sep={}\r\n"], ids=["plain", "told"])
def test_tables_that_a_spreadsheet_saved_again_are_read_too(name, between, above):
    text, service, count, _ = FILES[name]
    into = io.StringIO()
    csv.writer(into, delimiter=between, lineterminator="\r\n").writerows(csv.reader(io.StringIO(text)))
    found, rows = read((above.format(between) + into.getvalue()).encode("utf-8-sig"))
    assert sum(isinstance(row, SignInRecord) for row in rows) == count
    assert found.service == service


@pytest.mark.parametrize("name", ["google_vi", "instagram_vi", "facebook_labelled_vi", "google_new"])
def test_values_are_found_whatever_the_labels_are_called(name):
    first = read(data(name))[1][0]
    assert (first.ip, first.when, first.zone_known) == (IP, RAW, True)
    assert "SM-A536E" in first.user_agent


def test_text_of_meta_is_repaired():
    assert read(data("facebook_sessions"))[1][0].place == "Hà Nội, Việt Nam"


def test_a_failed_attempt_and_a_sign_out_are_known_as_such():
    kinds = [row.kind for row in read(data("facebook_activity"))[1] if isinstance(row, SignInRecord)]
    assert kinds == [SignInKind.LOGIN, SignInKind.LOGOUT, SignInKind.FAILED]


def test_a_telegram_time_without_a_zone_stays_as_it_was_written():
    known, unknown, _ = read(data("telegram"))[1]
    assert (known.when, known.zone_known) == (RAW, True)
    assert (unknown.when, unknown.when_raw, unknown.zone_known) == ("", "2026-03-01T09:14:09", False)


def test_messages_behind_the_sessions_are_not_even_parsed():
    content = data("telegram").replace(b'"chats": {', b'"chats": {this is no json')
    assert sum(isinstance(row, SignInRecord) for row in read(content)[1]) == 3


def test_the_readable_twin_is_recognised():
    page = b"<!DOCTYPE html><html><head><title>Facebook</title></head><body>Logged in</body></html>"
    assert opened(page) == Twin(service="facebook")


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 50, b"{}", b"[]", b"a,b\n1,2\n", b"PK\x03\x04", b"<html></html>"]
)
def test_what_is_no_export_is_not_taken_for_one(content):
    assert opened(content) is None


def test_a_document_nested_too_deep_ends_with_that_reason():
    from checkup.model.looked import Cause

    deep = b'{"active_sessions_v2": [' + b"[" * 5000 + b"]" * 5000 + b"]}"
    assert read(deep)[1] == [Cause.TOO_LARGE]


def test_a_document_cut_off_keeps_what_came_before():
    from checkup.model.looked import Cause

    whole = json.dumps({"account_activity_v2": [{"action": "Login", "timestamp": 1772331249}] * 50}).encode()
    rows = read(whole[:-20])[1]
    assert rows[-1] is Cause.UNKNOWN_FORMAT
    assert len(rows) == 50


def test_a_quote_that_never_closes_costs_its_rows_and_they_are_counted():
    good = FILES["reddit"][0]
    rows = read((good + '"' + "never closed\n" * 40_000).encode())[1]
    assert sum(isinstance(row, SignInRecord) for row in rows) == 2
    assert sum(row for row in rows if isinstance(row, int)) > 10_000


def test_a_line_without_end_is_bounded():
    rows = read((FILES["reddit"][0] + "x" * 3_000_000).encode())[1]
    assert sum(isinstance(row, SignInRecord) for row in rows) == 2


def test_a_changed_address_is_told_with_what_it_was_changed_to():
    change = {
        "event": "Added email",
        "session": {"created_timestamp": 1772331249, "ip_address": IP},
        "extra_info": {"old_email": "", "new_email": "stranger@example.org"},
    }
    _, (row,) = read(json.dumps({"admin_records_v2": [change]}).encode())
    assert (row.kind, row.app) == (SignInKind.RECOVERY_CHANGE, "Added email: stranger@example.org")


def test_addresses_of_an_account_are_told_one_by_one():
    apps = [row.app for row in read(data("linkedin_addresses"))[1]]
    assert apps == ["lan@example.org", "other@example.org"]
