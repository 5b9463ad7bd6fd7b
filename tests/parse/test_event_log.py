"""Sign-ins from afar in event logs are told; those at the computer itself are quiet."""

import pytest

from checkup.parse.event_log import sign_in
from checkup.parse.tree import Node


def record(number: object, *, data: dict | None = None, user: dict | None = None) -> Node:
    system = {
        "EventID": number,
        "TimeCreated": {"#attributes": {"SystemTime": "2026-11-01T14:00:00.123456Z"}},
    }
    return Node({"Event": {"System": system, "EventData": data, "UserData": {"EventXML": user}}})


@pytest.mark.parametrize(
    "given",
    [
        record(4624, data={"LogonType": 10, "TargetUserName": "lan", "IpAddress": "203.0.113.9"}),
        record(
            {"#text": 4624}, data={"LogonType": "10", "TargetUserName": "lan", "IpAddress": "203.0.113.9"}
        ),
        record(4778, data={"AccountName": "lan", "ClientName": "PC", "ClientAddress": "203.0.113.9"}),
        record(21, user={"User": "PC\\lan", "Address": "203.0.113.9"}),
        record(25, user={"User": "PC\\lan", "Address": "203.0.113.9"}),
        record(1149, user={"Param1": "lan", "Param2": "PC", "Param3": "203.0.113.9"}),
    ],
)
def test_a_sign_in_from_afar_is_told_with_its_time(given):
    found = sign_in(given)
    assert found is not None
    assert (found.who, found.remote, found.since) == ("lan", "203.0.113.9", "2026-11-01T14:00:00Z")


@pytest.mark.parametrize(
    "given",
    [
        record(4624, data={"LogonType": 2, "TargetUserName": "lan", "IpAddress": "203.0.113.9"}),
        record(4778, data={"AccountName": "lan", "ClientName": "LOCAL", "ClientAddress": "LOCAL"}),
        record(21, user={"User": "PC\\lan", "Address": "LOCAL"}),
        record(7045, data={"a": 1}),
        Node({}),
    ],
)
def test_others_are_quiet(given):
    assert sign_in(given) is None
