"""Logs of remote control: connections to this computer, with their times; those from it are left out."""

from checkup.parse.remote_log import (
    ammyy,
    anydesk,
    log_text,
    radmin,
    rustdesk,
    teamviewer,
    ultraviewer,
    ultravnc,
)


def test_anydesk_tells_who_came_in_and_whether_a_password_let_them():
    text = (
        "Incoming    2026-11-01, 21:14    User                              441234567    441234567\n"
        "Incoming    2026-11-02, 03:05    Passwd                            441234567    441234567\n"
        "Incoming    2026-11-02, 03:09    REJECTED                          441234567    441234567\n"
        "Outgoing    2026-11-03, 10:00    User                              999    999\n"
        "nonsense\n"
    )
    found = list(anydesk(text))
    assert [(one.since, one.peer, one.needs_no_answer) for one in found] == [
        ("2026-11-01 21:14", "441234567", False),
        ("2026-11-02 03:05", "441234567", True),
    ]


def test_teamviewer_tells_begin_and_end_in_utc():
    text = (
        "123456789\tPHONE\t01-11-2026 14:00:00\t01-11-2026 14:30:00\tlan\tRemoteControl\t{a}\nshort\tline\n"
    )
    [one] = teamviewer(text)
    assert (one.peer, one.since, one.until, one.who) == (
        "PHONE (123456789)",
        "2026-11-01T14:00:00Z",
        "2026-11-01T14:30:00Z",
        "lan",
    )


def test_rustdesk_tells_the_address_in_utc():
    text = (
        "[2026-11-01 21:00:00.123456 +07:00] INFO [connection.rs:1] #7 Connection opened from 1.2.3.4:5.\n"
        "[2026-11-01 21:00:01.123456 +07:00] INFO [src/server/connection.rs:1] #7 Connection closed\n"
    )
    [one] = rustdesk(text)
    assert (one.since, one.peer) == ("2026-11-01T14:00:00Z", "1.2.3.4:5")


def test_ultraviewer_tells_time_and_ends():
    [one] = ultraviewer("11/01/2026 09:15:22 PM|12345678|DESKTOP-X\nnothing here\n")
    assert (one.since, one.peer) == ("2026-11-01 09:15:22 PM", "12345678 DESKTOP-X")


def test_a_log_in_utf_16_is_read():
    assert log_text("Incoming một".encode("utf-16")) == "Incoming một"


def test_ultravnc_tells_the_address_the_day_and_the_account():
    text = (
        "5/11/2026 9:05   Connection received from 192.168.1.9\n"
        "15/11/2026 21:05   Connection received from 192.168.1.9 using PC\\lan account \n"
        "15/11/2026 21:06   Invalid attempt from client 192.168.1.9\n"
        "15/11/2026 21:09   Client 192.168.1.9 disconnected\n"
    )
    assert [(one.since, one.peer, one.who) for one in ultravnc(text)] == [
        ("2026-11-05 09:05", "192.168.1.9", ""),
        ("2026-11-15 21:05", "192.168.1.9", "lan"),
    ]


def test_ammyy_tells_the_number_of_the_other_end():
    text = (
        "20261101-21:05:22.123456 0001 - Passed authorization remoteId=12345678; TCP\n"
        "20261101-21:15:22.123456 0001 - ENDED  authorized session, bytes recv/send = 1/2\n"
    )
    [one] = ammyy(text)
    assert (one.since, one.peer) == ("2026-11-01 21:05:22", "12345678")


RADMIN = (
    "<4088> RServer3 2024.01.09 12:50 Listening for incoming connections on 4899 port\n"
    "<8128> RServer3 2024.01.09 12:53 PC.lan (192.168.1.7) (minh): Password is incorrect or error occurs\n"
    "<3856> RServer3 2024.01.09 12:55 Connection from PC.lan (192.168.1.7) (minh): Remote Screen connection\n"
    "<5472> RServer3 2024.01.09 12:59 PC.lan (192.168.1.7) connection closed\n"
)


def test_radmin_tells_who_saw_the_screen_and_no_refused_password():
    [one] = radmin(RADMIN)
    assert (one.since, one.peer, one.who) == ("2024-01-09 12:55", "PC.lan (192.168.1.7)", "minh")
    assert one.line.endswith("Remote Screen connection")


def test_radmin_written_as_a_page_is_the_same():
    page = RADMIN.replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>\n")
    assert [one.peer for one in radmin(page)] == ["PC.lan (192.168.1.7)"]


def test_an_odd_line_of_radmin_is_left():
    assert list(radmin("<1> RServer3 2024.01.09 12:55 Connection from (((\n<html>\n")) == []
