"""STIX bundles: what each pattern means, and what is counted instead of guessed."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.indicators.family import FamilyKind
from checkup.indicators.imports.outcome import Imported, Refused, Skipped, Why
from checkup.indicators.imports.pattern import compared
from checkup.indicators.imports.reading import read_list
from checkup.indicators.index import Index
from checkup.model.finding import Level


def bundle(*patterns: str, types: tuple[str, ...] = ("stalkerware",), **more: Any) -> bytes:
    """A bundle with one malware and an indicator for each pattern."""
    objects: list[dict[str, Any]] = [
        {"type": "malware", "id": "malware--1", "name": "Example", "is_family": True, "malware_types": types}
    ]
    for number, pattern in enumerate(patterns):
        objects += [
            {
                "type": "indicator",
                "id": f"indicator--{number}",
                "pattern": pattern,
                "pattern_type": "stix",
                "modified": "2026-03-04T05:06:07.000Z",
                **more,
            },
            {
                "type": "relationship",
                "id": f"relationship--{number}",
                "relationship_type": "indicates",
                "source_ref": f"indicator--{number}",
                "target_ref": "malware--1",
            },
        ]
    return json.dumps({"type": "bundle", "id": "bundle--1", "objects": objects}).encode()


def taken(data: bytes) -> Imported:
    found = read_list(data, "stix")
    assert isinstance(found, Imported), found
    return found


HASH = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("pattern", "look", "asked", "level"),
    [
        ("[domain-name:value = 'www.example.org']", Index.host, "EXAMPLE.org.", Level.ASK),
        (
            "[domain-name:value='a.example.org' OR domain-name:value='b.example.org']",
            Index.host,
            "b.example.org",
            Level.ASK,
        ),
        ("[domain-name:value IN ('a.example.org', 'b.example.org')]", Index.host, "b.example.org", Level.ASK),
        (
            "[domain-name:value='a.example'] OR [url:value='https://b.example/x']",
            Index.url,
            "http://b.example/x/y",
            Level.ASK,
        ),
        ("[ipv4-addr:value='192.0.2.1']", Index.address, "192.0.2.1:80", Level.ASK),
        ("[ipv4-addr:value='192.0.2.0/24']", Index.address, "192.0.2.200", Level.ASK),
        ("[ipv6-addr:value='2001:db8::1']", Index.address, "[2001:DB8::1]:443", Level.ASK),
        (f"[file:hashes.'SHA-256'='{HASH}']", Index.hash, HASH.upper(), Level.STRONG),
        (f"[file:hashes.sha256='{HASH}']", Index.hash, HASH, Level.STRONG),
        (f"[file:hashes.MD5='{HASH[:32]}']", Index.hash, HASH[:32], Level.STRONG),
        (f"[app:cert.sha1='{HASH[:40].upper()}']", Index.certificate, HASH[:40], Level.STRONG),
        ("[app:id='com.Example']", Index.app, "com.example", Level.STRONG),
        ("[app:id='com.Example']", Index.bundle, "com.example", Level.STRONG),
        ("[process:name='exampled']", Index.process, "exampled", Level.ASK),
        ("[email-addr:value='A@Example.org']", Index.email, "a@example.org", Level.ASK),
        ("[domain-name:value LIKE '%.example.org']", Index.host, "a.b.example.org", Level.ASK),
        ("[domain-name:value LIKE 'a.example.org']", Index.host, "a.example.org", Level.ASK),
        (r"[domain-name:value MATCHES '^(.*\\.)?example\\.org$']", Index.host, "a.example.org", Level.ASK),
        (r"[domain-name:value MATCHES '(^|\\.)example\\.org$']", Index.host, "example.org", Level.ASK),
        (r"[domain-name:value MATCHES '.*\\.example\\.org$']", Index.host, "x.example.org", Level.ASK),
        (r"[domain-name:value MATCHES '^a-b\\.example\\.org$']", Index.host, "a-b.example.org", Level.ASK),
        (f"[file:name='x' AND file:hashes.MD5='{HASH[:32]}']", Index.hash, HASH[:32], Level.STRONG),
        (
            f"[app:id='com.y' OR file:name='x' AND file:hashes.MD5='{HASH[:32]}']",
            Index.app,
            "com.y",
            Level.STRONG,
        ),
        (r"[process:name='it\'s']", Index.process, "it's", Level.ASK),
    ],
)
def test_every_supported_pattern_is_found_again(pattern: str, look: Any, asked: str, level: Level) -> None:
    found = taken(bundle(pattern))
    assert found.skipped == ()
    listed = look(Index([found.list]), asked)
    assert listed is not None
    assert (listed.family, listed.name, listed.level) == ("example", "Example", level)
    assert found.list.source.as_of == "2026-03-04"


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("[file:path='/x']", "file:path"),
        ("[configuration-profile:id='x']", "configuration-profile:id"),
        ("[domain-name:value='a.example' AND url:value='x']", "domain-name:value AND"),
        ("[domain-name:value='a.example'] AND [url:value='x']", "domain-name:value AND"),
        ("[domain-name:value='a.example'] FOLLOWEDBY [url:value='x']", "domain-name:value FOLLOWEDBY"),
        ("[domain-name:value LIKE '%example.org']", "domain-name:value LIKE"),
        ("[domain-name:value LIKE 'a_.example.org']", "domain-name:value LIKE"),
        ("[url:value LIKE 'https://a.example/%']", "url:value LIKE"),
        (r"[domain-name:value MATCHES 'example\\.org']", "domain-name:value MATCHES"),
        (r"[domain-name:value MATCHES '^(a|b)\\.example\\.org$']", "domain-name:value MATCHES"),
        ("[domain-name:value NOT = 'a.example']", "domain-name:value NOT"),
        ("[domain-name:value='a.example'] WITHIN 5 SECONDS", "domain-name:value WITHIN"),
        (f"[app:id='com.x' AND app:cert.sha1='{HASH[:40]}']", "app:id AND"),
        (f"[process:name='x' AND file:hashes.MD5='{HASH[:32]}']", "process:name AND"),
        ("[process:name='NOT'] FOLLOWEDBY [process:name='AND']", "process:name FOLLOWEDBY"),
        ("no pattern", "pattern"),
        ("", "pattern"),
        ("[domain-name:value='co.uk']", "too broad a name"),
        ("[domain-name:value='not a name']", "no control_domain"),
    ],
)
def test_what_cannot_be_used_is_counted_by_name(pattern: str, what: str) -> None:
    found = taken(bundle("[app:id='com.example']", pattern, pattern))
    assert found.skipped == (Skipped(what=what, count=2),)
    assert found.list.count == 1


def test_other_languages_of_patterns_and_revoked_indicators_are_counted() -> None:
    data = json.loads(bundle("[app:id='a.a']", "[app:id='b.b']", "rule x"))
    data["objects"][3]["revoked"] = True
    data["objects"][5]["pattern_type"] = "yara"
    found = taken(json.dumps(data).encode())
    assert set(found.skipped) == {Skipped(what="revoked", count=1), Skipped(what="yara", count=1)}


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (("stalkerware",), FamilyKind.STALKERWARE),
        (("Spyware",), FamilyKind.SPYWARE),
        (("trojan", "remote-access-trojan"), FamilyKind.RAT),
        (("watchware",), FamilyKind.WATCHWARE),
        (("trojan",), FamilyKind.UNSTATED),
        ((), FamilyKind.UNSTATED),
    ],
)
def test_the_kind_is_what_the_malware_says(types: tuple[str, ...], kind: FamilyKind) -> None:
    (family,) = taken(bundle("[app:id='a.a']", types=types)).list.families
    assert family.kind is kind


def test_an_indicator_that_belongs_to_nothing_is_taken_under_the_lists_name() -> None:
    data = json.loads(bundle("[app:id='a.a']"))
    data["objects"] = [one for one in data["objects"] if one["type"] == "indicator"]
    found = Index([taken(json.dumps(data).encode()).list]).app("a.a")
    assert found is not None
    assert (found.name, found.kind, found.level) == ("stix", FamilyKind.UNSTATED, Level.ASK)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"type":"bundle","objects":[' + b"[" * 200_000, Why.NOT_WHOLE),
        (b'{"type":"bundle","objects":[],"x":' + b'{"a":' * 200_000, Why.NOT_WHOLE),
        (bundle("[app:id='a.a']")[:-5], Why.NOT_WHOLE),
        (b'{"type":"bundle","objects":[{"type":7}]}', Why.NOT_WHOLE),
        (b'{"type":"bundle","objects":{}}', Why.NOT_WHOLE),
        (b'{"type":"report","objects":[]}', Why.UNKNOWN_FORM),
        (b'{"error":"not found"}', Why.NOT_WHOLE),
        (b'{"type":"bundle","objects":[]}', Why.EMPTY),
        (bundle("[file:path='x']"), Why.EMPTY),
    ],
)
def test_what_is_not_whole_is_not_taken(data: bytes, why: Why) -> None:
    found = read_list(data, "stix")
    assert isinstance(found, Refused), found
    assert found.why is why


def test_a_bundle_cut_anywhere_is_not_taken() -> None:
    data = bundle("[app:id='a.a']", "[domain-name:value='b.example']")
    for length in range(1, len(data), 5):
        assert isinstance(read_list(data[:length], "stix"), Refused)


@given(st.text(max_size=200))
def test_no_pattern_troubles_the_reader(text: str) -> None:
    for pattern in (text, f"[{text}]", f"[app:id='{text}']", f"[app:id='a' OR {text}]"):
        found = compared(pattern)
        assert found is None or all(path and isinstance(value, str) for path, value in found)


def test_a_long_hostile_pattern_is_quick() -> None:
    assert compared("[" + "a:b='c' OR " * 50_000 + "]") is None
    assert compared("[a:b IN (" + "'c'," * 50_000 + "]") is None
    assert compared("[a:b='" + "\\" * 100_001 + "]") is None
