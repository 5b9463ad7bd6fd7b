"""Logs of remote control: connections to this computer, with their times; those from it are left out."""

from checkup.parse.remote_log import ammyy, anydesk, log_text, rustdesk, teamviewer, ultraviewer, ultravnc


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
