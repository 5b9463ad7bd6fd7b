"""What macOS was told to trust: sums and names, refused ones left out."""

import base64

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as some

from checkup.parse.tree import Node
from checkup.parse.trust_settings import TrustedHere, issuer_name, trusted_here

SUM = "1F9575A7FDCE56AB5461E89C0738841C94F02C81"
# A name out of a Mac's own list: parts of a domain, and the common name.
TCSCA = base64.b64decode(
    "MEAxEzARBgoJkiaJk/IsZAEZFgNjb20xGTAXBgoJkiaJk/IsZAEZFgl0d29jYW5vZXMxDjAMBgNVBAMTBVRDU0NB"
)


def entry(*results: int | None) -> dict[str, object]:
    settings = [{} if one is None else {"kSecTrustSettingsResult": one} for one in results]
    return {"issuerName": TCSCA, "trustSettings": settings}


def found(**entries: object) -> list[TrustedHere]:
    return list(trusted_here(Node({"trustList": entries, "trustVersion": 1})))


@pytest.mark.parametrize("results", [(), (None,), (1,), (2,), (3, 1)])
def test_what_is_trusted_is_told_by_sum_and_name(results):
    assert found(**{SUM: entry(*results)}) == [TrustedHere(SUM.lower(), "TCSCA")]


@pytest.mark.parametrize("results", [(3,), (4,), (3, 4)])
def test_what_was_refused_is_left_out(results):
    assert found(**{SUM: entry(*results)}) == []


def test_an_entry_without_a_name_is_told_by_its_sum_and_others_are_passed_over():
    assert found(**{SUM: {}, "kSecTrustRecordDefaultRootCert": {}, "xy": 7}) == [TrustedHere(SUM.lower(), "")]


def test_the_name_is_the_common_one_else_the_organisation():
    parts = [(NameOID.ORGANIZATION_NAME, "Công ty X"), (NameOID.COMMON_NAME, "Gốc CA")]
    names = [
        x509.Name([x509.NameAttribute(*one) for one in parts[:count]]).public_bytes() for count in (1, 2)
    ]
    assert [issuer_name(one) for one in names] == ["Công ty X", "Gốc CA"]


@given(some.binary(max_size=200))
def test_any_bytes_have_an_answer(data):
    issuer_name(data)
    issuer_name(b"\x30\x80" + data)
