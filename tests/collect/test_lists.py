"""Added lists from files and over https: taken whole, or refused with the old one kept (T21)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from checkup.collect import lists
from checkup.collect.lists import against_kept, consent_for, from_feed, from_file, known_programs, own_feeds
from checkup.content.feeds import BrokenFeeds, Feed, load_feeds, read_feeds
from checkup.content.root import resource
from checkup.indicators.imports.outcome import Refused, Why
from checkup.indicators.kept import Kept
from checkup.indicators.kept_list import Change, KeptList
from checkup.indicators.signature import PublicKey
from checkup.network import Consent, Door, NotAgreed
from tests.collect.list_server import Server, answer, certificates, drop_by_drop, endless, good, serving
from tests.indicators.signing import Signer

TODAY = date(2026, 11, 24)
OPEN = Door(lambda: False)
NOW, BEFORE = 1_790_000_000, 1_780_000_000
HTML = b"<!DOCTYPE html><html><body>Sign in to the hotel's network</body></html>"


def own(count: int = 10, as_of: str = "2026-11-01") -> bytes:
    """A centre's list in the project's own form."""
    ids = "\n".join(f"com.example.a{number}" for number in range(count))
    return f"""id = "centre"
name = "A centre's list"
as_of = "{as_of}"
licence = "CC0"
origin = ""
credit = "A centre"
kind = "stalkerware"

[[family]]
id = "example"
name = "Example"
platforms = ["android"]
application_id = '''
{ids}
'''
""".encode()


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "lists")


@pytest.fixture(scope="module")
def pems(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def server(pems: tuple[Path, Path], loopback: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server whose CA the program trusts for this test."""
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(pems[0]))
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving(pems[1]) as running:
        yield running


def feed(server: Server, **more: str) -> Feed:
    return Feed(id="centre", name="Centre", address=server.address("/list"), **more)


def asked(one: Feed) -> KeptList | Refused:
    return from_feed(one, consent_for(one), TODAY, OPEN)


def signed(server: Server, signer: Signer, data: bytes, stamp: int = NOW) -> None:
    server.says["/list"] = good(data)
    server.says["/list.minisig"] = good(signer.sign(data, stamp))


def taken(found: object) -> KeptList:
    assert isinstance(found, KeptList), found
    return found


# From its own address


def test_a_good_list_is_taken_under_the_feeds_name(server: Server) -> None:
    server.says["/list"] = good(b"- name: A\n  type: stalkerware\n  packages:\n  - com.a\n")
    one = taken(asked(feed(server, licence="CC BY 4.0", origin="https://example.org/")))
    source = one.list.source
    assert (source.id, source.name, source.licence) == ("centre", "Centre", "CC BY 4.0")
    assert (one.taken, one.address, one.signed_by) == ("2026-11-24", server.address("/list"), "")
    assert server.asked == ["/list"]


def test_only_the_host_that_was_agreed_to_is_asked(server: Server) -> None:
    with pytest.raises(NotAgreed):
        from_feed(feed(server), Consent(host="example.org", learns="lists"), TODAY, OPEN)
    assert server.asked == []


@pytest.mark.parametrize(
    ("say", "why"),
    [
        (answer(200, own()[:300], length=len(own())), {Why.NOT_THE_LIST, Why.NO_CONNECTION}),  # cut
        (good(HTML), {Why.WEB_PAGE}),
        (good(b""), {Why.EMPTY}),
        (answer(404, b"404: Not Found"), {Why.HOST_REFUSED}),
        (answer(503, own()), {Why.HOST_REFUSED}),
        (answer(302, b"", Location="/list"), {Why.NOT_THE_LIST}),
        (endless, {Why.NOT_THE_LIST}),
        (good(b"\x1f\x8b\x08" + bytes(100)), {Why.NOT_TEXT}),
    ],
    ids=["cut", "html", "empty", "404", "503", "redirects for ever", "2 GB", "packed"],
)
def test_what_is_not_the_list_is_refused(server: Server, say: object, why: set[Why]) -> None:
    server.says["/list"] = say  # type: ignore[assignment]
    found = asked(feed(server))
    assert isinstance(found, Refused), found
    assert found.why in why
    assert server.asked == ["/list"]


def test_a_host_with_a_strangers_certificate_is_not_believed(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server.says["/list"] = good(own())
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(certificates(tmp_path)[0]))
    assert asked(feed(server)) == Refused(why=Why.NO_CONNECTION)
    assert server.asked == []


def test_a_host_of_another_name_than_its_certificate_is_not_believed(server: Server) -> None:
    server.says["/list"] = good(own())
    elsewhere = Feed(id="centre", name="Centre", address=f"https://127.0.0.1:{server.port}/list")
    assert asked(elsewhere) == Refused(why=Why.NO_CONNECTION)
    assert server.asked == []


@pytest.mark.parametrize("head", [True, False], ids=["its head", "its body"])
def test_a_host_that_speaks_drop_by_drop_is_left(
    server: Server, monkeypatch: pytest.MonkeyPatch, head: bool
) -> None:
    monkeypatch.setattr(lists, "WHOLE", 0.5)
    server.says["/list"] = drop_by_drop(head)
    assert asked(feed(server)) == Refused(why=Why.NO_CONNECTION)
    assert server.asked == ["/list"]


def test_a_signed_list_says_who_signed_it(server: Server) -> None:
    signer = Signer()
    signed(server, signer, own())
    one = taken(asked(feed(server, key=signer.line)))
    assert (one.signed_by, one.stamp) == (signer.key.id, NOW)


def test_a_wrongly_signed_list_is_refused(server: Server) -> None:
    signer, other = Signer(), Signer(b"another1")
    signed(server, signer, own())
    assert asked(feed(server, key=other.line)) == Refused(why=Why.UNKNOWN_KEY)
    assert asked(feed(server, key=Signer().line)) == Refused(why=Why.WRONG_SIGNATURE)
    assert asked(feed(server, key="no key")) == Refused(why=Why.UNKNOWN_KEY)
    server.says["/list"] = good(own(11))
    assert asked(feed(server, key=signer.line)) == Refused(why=Why.WRONG_SIGNATURE)


@pytest.mark.parametrize(
    ("say", "why"),
    [
        (answer(404, b""), Why.HOST_REFUSED),
        (good(HTML), Why.WRONG_SIGNATURE),
        (endless, Why.NOT_THE_LIST),
        (good(b""), Why.WRONG_SIGNATURE),
    ],
)
def test_a_list_whose_signature_cannot_be_had_is_refused(server: Server, say: object, why: Why) -> None:
    signer = Signer()
    signed(server, signer, own())
    server.says["/list.minisig"] = say  # type: ignore[assignment]
    assert asked(feed(server, key=signer.line)) == Refused(why=why)


def test_an_older_signed_list_is_told_from_the_kept_one(server: Server, kept: Kept) -> None:
    signer = Signer()
    one = feed(server, key=signer.line)
    signed(server, signer, own(), NOW)
    kept.take(taken(asked(one)))
    signed(server, signer, own(12), BEFORE)
    assert against_kept(taken(asked(one)), kept, one).change is Change.OLDER
    signed(server, signer, own(12), NOW + 1)
    assert against_kept(taken(asked(one)), kept, one).change is Change.CHANGED


def test_a_first_list_that_lacks_much_of_the_built_in_one_is_held_back(server: Server, kept: Kept) -> None:
    server.says["/list"] = good(b"- name: A\n  type: stalkerware\n  packages:\n  - com.a\n")
    one = feed(server, continues="phone-stalkerware")
    found = against_kept(taken(asked(one)), kept, one)
    assert found.change is Change.SHRUNK
    assert found.lost > 2_000


# From a file


def test_a_file_on_a_stick_is_taken_like_an_answer(tmp_path: Path, kept: Kept) -> None:
    (tmp_path / "list.toml").write_bytes(own())
    one = taken(from_file(tmp_path / "list.toml", kept, TODAY))
    assert (one.id, one.address, one.signed_by) == ("centre", "", "")
    kept.take(one)
    found = known_programs(kept).listed.app("com.example.a3")
    assert found is not None
    assert (found.name, found.source) == ("Example", "A centre's list")


def test_a_signature_beside_it_must_be_good(tmp_path: Path, kept: Kept) -> None:
    signer = Signer()
    path, beside = tmp_path / "list.toml", tmp_path / "list.toml.minisig"
    path.write_bytes(own())
    beside.write_bytes(signer.sign(own(), NOW))
    assert from_file(path, kept, TODAY) == Refused(why=Why.UNKNOWN_KEY)
    kept.trust(signer.key, signer.file)
    assert taken(from_file(path, kept, TODAY)).signed_by == signer.key.id
    path.write_bytes(own(11))
    assert from_file(path, kept, TODAY) == Refused(why=Why.WRONG_SIGNATURE)
    beside.write_bytes(b"")
    assert from_file(path, kept, TODAY) == Refused(why=Why.WRONG_SIGNATURE)


def test_a_signed_list_is_not_replaced_by_an_unsigned_one(tmp_path: Path, kept: Kept) -> None:
    signer = Signer()
    kept.trust(signer.key, signer.file)
    path, beside = tmp_path / "list.toml", tmp_path / "list.toml.minisig"
    path.write_bytes(own())
    beside.write_bytes(signer.sign(own(), NOW))
    kept.take(taken(from_file(path, kept, TODAY)))
    beside.unlink()
    assert against_kept(taken(from_file(path, kept, TODAY)), kept).change is Change.OTHER_SIGNER


def test_a_public_key_is_seen_as_one(tmp_path: Path, kept: Kept) -> None:
    signer = Signer()
    (tmp_path / "key.pub").write_text(signer.file)
    assert isinstance(from_file(tmp_path / "key.pub", kept, TODAY), PublicKey)


def test_a_file_that_is_not_there_is_said(tmp_path: Path, kept: Kept) -> None:
    assert from_file(tmp_path / "x", kept, TODAY) == Refused(why=Why.CANNOT_READ)


# Which lists there are


def test_the_public_lists_have_all_that_is_shown() -> None:
    feeds = load_feeds()
    assert {one.host for one in feeds} == {"raw.githubusercontent.com"}
    for one in feeds:
        assert one.name
        assert one.licence
        assert one.credit
        assert one.origin.startswith("https://")


def test_a_centres_own_lists_are_named_in_a_file_and_only_signed_ones_count(kept: Kept) -> None:
    assert own_feeds(kept) == ()
    kept.folder.mkdir()
    (kept.folder / "feeds.toml").write_text(
        f'[[feed]]\nid = "a"\nname = "A"\naddress = "https://example.org/a"\nkey = "{Signer().line}"\n'
        '[[feed]]\nid = "b"\nname = "B"\naddress = "https://example.org/b"\n'
    )
    assert [one.id for one in own_feeds(kept)] == ["a"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "feed = 1",
        '[[feed]]\nid = "a"\nname = "A"\naddress = "http://example.org/"',
        '[[feed]]\nid = "a"\nname = "A"\naddress = "file:///etc/passwd"',
        '[[feed]]\nid = "a"\nname = "A"\naddress = "https://u:p@example.org/"',
        '[[feed]]\nid = "a"\nname = "A"\naddress = "https:///x"',
        '[[feed]]\nid = "a"\nname = "A"\naddress = "https://a.example/"\n' * 2,
        '[[feed]]\nid = "a"\nname = "A"\naddress = "https://a.example/"\nodd = 1',
    ],
)
def test_a_file_of_feeds_that_is_not_what_it_should_be_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "feeds.toml").write_text(text)
    with pytest.raises(BrokenFeeds):
        read_feeds(tmp_path / "feeds.toml")


def test_kept_lists_come_after_the_built_in_ones(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("appspy.net\nnew.example\n")
    kept.take(taken(from_file(tmp_path / "list.txt", kept, TODAY)))
    known = known_programs(kept).listed
    assert [one.source.id for one in known.lists][-1] == "list-txt"
    found = known.host("appspy.net")
    assert found is not None
    assert (found.family, found.sources[0].id) == ("appspy", "phone-stalkerware")
    assert known.host("www.new.example") is not None
    assert len(known.lists) == len(known_programs(Kept(resource("rules"))).listed.lists) + 1


def test_the_time_and_size_of_an_answer_are_bounded() -> None:
    assert lists.WHOLE <= 60
    assert lists.LARGEST <= 32_000_000
