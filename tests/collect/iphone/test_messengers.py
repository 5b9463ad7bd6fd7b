"""Links out of other messengers in a backup: only addresses, each once; what is not there is no gap."""

import pytest

from checkup.collect.iphone import paths
from checkup.collect.iphone.opening import open_backup
from checkup.collect.iphone.readers import for_this_backup
from checkup.content.root import resource
from checkup.indicators import load
from checkup.model.looked import Cause
from checkup.model.stop import Stop
from checkup.model.web_trace import LinkedHost, LinkPlace
from tests.collect.iphone.conftest import PASSWORD
from tests.phones.iphone_backup import Backup, database

APPLE_SECONDS = 780_000_000.0
MOMENT = "2025-09-19T18:40:00Z"
CHATS = """
    CREATE TABLE ZWAMESSAGE (
        Z_PK INTEGER PRIMARY KEY, ZMEDIAITEM INTEGER, ZMESSAGEDATE TIMESTAMP, ZTEXT VARCHAR);
    CREATE TABLE ZWAMEDIAITEM (Z_PK INTEGER PRIMARY KEY, ZMESSAGE INTEGER, ZMEDIAURL VARCHAR, ZTITLE VARCHAR);
    CREATE TABLE ZWAMESSAGEDATAITEM (
        Z_PK INTEGER PRIMARY KEY, ZMESSAGE INTEGER, ZCONTENT1 VARCHAR, ZMATCHEDTEXT VARCHAR, ZTITLE VARCHAR)
"""


def put(made: Backup, at: paths.At, data: bytes) -> Backup:
    return made.add(at.domain, at.path, data)


@pytest.fixture
def read(made, tmp_path):
    """Write the backup and read its links."""
    known = load(resource("rules"))

    def reading():
        backup = open_backup(made.write(tmp_path / "b"), lambda: PASSWORD)
        return for_this_backup(backup, known, Stop()).read(LinkedHost)

    return reading


def test_links_are_taken_out_of_whatsapp_and_a_preview_does_not_count_twice(made, read):
    text = "https://spyren.com/buy"
    rows = {
        "ZWAMESSAGE": [(1, None, APPLE_SECONDS, f"xem {text}"), (2, None, None, b"\xff"), (3, 1, None, None)],
        "ZWAMEDIAITEM": [(1, 3, "https://mmg.whatsapp.net/x", "dưới ảnh: http://below.example/a!")],
        "ZWAMESSAGEDATAITEM": [(1, 1, text, text, "Mua"), (2, 9, "http://shown.example/", None, None)],
    }
    put(made, paths.WHATSAPP[0], database(CHATS, rows))
    found = {one.host: one for one in read() if one.place is LinkPlace.WHATSAPP}
    assert set(found) == {"spyren.com", "below.example", "shown.example"}
    assert (found["spyren.com"].count, found["spyren.com"].last) == (1, MOMENT)
    assert (found["shown.example"].count, found["shown.example"].last) == (1, "")


def test_links_are_taken_out_of_viber(made, read):
    form = "CREATE TABLE ZVIBERMESSAGE (Z_PK INTEGER PRIMARY KEY, ZSTATEDATE TIMESTAMP, ZTEXT VARCHAR)"
    rows = [(1, APPLE_SECONDS, "https://spyren.com/buy"), (2, None, None), (3, "x", 5)]
    put(made, paths.VIBER[0], database(form, {"ZVIBERMESSAGE": rows}))
    [found] = [one for one in read() if one.place is LinkPlace.VIBER]
    assert (found.host, found.count, found.last) == ("spyren.com", 1, MOMENT)


@pytest.mark.parametrize("at", [paths.WHATSAPP[0], paths.VIBER[0]])
def test_messengers_that_are_not_there_are_no_gap_and_unknown_forms_are_one(made, read, at):
    assert str(at) not in {one.where for one in read().unread}
    put(made, at, database("CREATE TABLE other (x INTEGER)"))
    assert (str(at), Cause.UNKNOWN_FORMAT) in {(one.where, one.reason) for one in read().unread}
