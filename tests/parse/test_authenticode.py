"""Who signed a program: the holder of the certificate that vouches for no other, padding or not."""

import struct
import warnings
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import serialize_certificates
from cryptography.x509.oid import NameOID

from checkup.parse.authenticode import signer_of

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


def name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def chain() -> list[x509.Certificate]:
    """Return a root and, behind it, the certificate it vouches for: the maker's own."""
    root, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    made = []
    for subject, key in (("Gốc của hãng", root), ("Công ty Theo Dõi", own)):
        builder = x509.CertificateBuilder(
            name("Gốc của hãng"), name(subject), key.public_key(), 7, BEGIN, BEGIN + timedelta(days=900)
        )
        made.append(builder.sign(root, hashes.SHA256()))
    return made


def program(message: bytes, *, wide: bool = True, fill: int = 0) -> bytes:
    """Return a program's head with a table that holds a signature; `fill` bytes lie behind it."""
    folders = bytearray(128)
    optional = struct.pack("<H", 0x20B if wide else 0x10B).ljust(112 if wide else 96, b"\0")
    head = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64) + b"PE\0\0" + bytes(20)
    place = len(head) + len(optional) + len(folders)
    table = struct.pack("<IHH", 8 + len(message) + fill, 0x200, 2) + message + bytes(fill) if message else b""
    struct.pack_into("<II", folders, 32, place if message else 0, len(table))
    return head + optional + bytes(folders) + table


@pytest.mark.parametrize("wide", [True, False], ids=["64 bit", "32 bit"])
@pytest.mark.parametrize("fill", [0, 3, 7])
def test_the_makers_name_is_told_and_nothing_is_warned_of(wide, fill):
    message = serialize_certificates(chain(), Encoding.DER)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert signer_of(program(message, wide=wide, fill=fill)) == "Công ty Theo Dõi"


def test_a_program_without_a_signature_has_no_signer_and_a_text_is_no_program():
    assert signer_of(program(b"")) == ""
    assert signer_of(b"#!/bin/sh") is None
    assert signer_of(b"MZ" + bytes(40)) is None


@pytest.mark.parametrize("message", [b"\x30\x82\xff\xff" + bytes(40), bytes(20), b"\x30\x00" + bytes(20)])
def test_a_damaged_signature_is_not_known(message):
    assert signer_of(program(message)) is None
