"""`indicators`: lists say where they are from, are taken from files, and asked for only after a yes."""

import io

import pytest

from checkup.indicators.imports.outcome import Refused, Why
from checkup.indicators.kept import lists_folder
from tests.collect.list_server import certificates, good, serving
from tests.indicators.signing import Signer

PLAIN = "".join(f"a{number}.example\n" for number in range(20))


@pytest.fixture
def plain(tmp_path):
    path = tmp_path / "names.txt"
    path.write_text(PLAIN)
    return path


@pytest.fixture
def nobody_asks(monkeypatch):
    """Fail where a list is asked for; the network is off anyway."""
    monkeypatch.setattr("checkup.cli.indicators.from_feed", lambda *_: pytest.fail("asked"))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_list_shows_where_it_is_from(checkup, language, plain):
    checkup("indicators", "import", str(plain))
    ran = checkup("indicators", "list", "--language", language)
    assert ran.status == 0
    assert str(lists_folder()) in ran.err
    for part in ("[desktop-families]", "[phone-stalkerware]", "CC BY 4.0", "2026-06", "2487", "[names-txt]"):
        assert part in ran.out
    listed = checkup("indicators", "list", "--json").json["lists"]
    assert [one["id"] for one in listed][-2:] == ["phone-watchware", "names-txt"]
    assert all(one["count"] and one["name"] for one in listed)
    assert (listed[-1]["built_in"], listed[-1]["count"], listed[-1]["earlier"]) == (False, 20, False)


def test_looking_at_the_lists_writes_nothing(checkup):
    for words in (("list",), ("verify",)):
        assert checkup("indicators", *words).status == 0
    assert not lists_folder().exists()


def test_a_list_is_taken_held_back_taken_knowingly_and_stepped_back_from(checkup, plain):
    assert checkup("indicators", "import", str(plain), "--json").json["results"][0]["change"] == "new"
    assert checkup("indicators", "import", str(plain), "--json").json["results"][0]["change"] == "same"
    plain.write_text("".join(PLAIN.splitlines(keepends=True)[:10]))
    held = checkup("indicators", "import", str(plain))
    assert held.status == 3
    assert "--anyway" in held.out
    assert checkup("indicators", "list", "--json").json["lists"][-1]["count"] == 20
    assert checkup("indicators", "import", str(plain), "--anyway").status == 0
    assert checkup("indicators", "list", "--json").json["lists"][-1]["count"] == 10
    assert checkup("indicators", "back", "names-txt").status == 0
    assert checkup("indicators", "list", "--json").json["lists"][-1]["count"] == 20
    assert checkup("indicators", "remove", "names-txt").status == 0
    assert checkup("indicators", "list", "--json").json["lists"][-1]["id"] == "phone-watchware"


def test_where_a_list_lies_and_how_it_goes_again_is_told_with_the_import(checkup, plain):
    out = " ".join(checkup("indicators", "import", str(plain)).out.split())
    assert "checkup indicators remove names-txt" in out
    assert lists_folder().name in out


def test_what_cannot_be_used_is_told(checkup, plain):
    plain.write_text(PLAIN + "appspot.com\n")
    ran = checkup("indicators", "import", str(plain))
    assert (ran.status, "1 entry cannot be used" in ran.out) == (0, True)


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("why", Why)
def test_every_reason_not_to_take_a_list_is_a_sentence(checkup, plain, monkeypatch, language, why):
    monkeypatch.setattr("checkup.cli.indicators.from_file", lambda *_: Refused(why=why))
    ran = checkup("indicators", "import", str(plain), "--language", language)
    assert ran.status == 3
    assert "names.txt" in ran.out
    assert "lists." not in ran.out
    assert checkup("indicators", "import", str(plain), "--json").json["results"] == [
        {"id": "", "taken": False, "refused": why.value}
    ]


def test_a_signature_is_verified_with_a_key_that_was_added(checkup, plain, tmp_path):
    signer = Signer()
    (tmp_path / "names.txt.minisig").write_bytes(signer.sign(PLAIN.encode(), 1_790_000_000))
    (tmp_path / "key.pub").write_text(signer.file)
    assert checkup("indicators", "verify", str(plain)).status == 3
    assert checkup("indicators", "import", str(plain)).status == 3
    assert checkup("indicators", "import", str(tmp_path / "key.pub")).status == 0
    ran = checkup("indicators", "verify", str(plain))
    assert (ran.status, signer.key.id in ran.out, "2026-09-21" in ran.out) == (0, True, True)
    assert checkup("indicators", "import", str(plain)).status == 0
    assert checkup("indicators", "list", "--json").json["lists"][-1]["signed_by"] == signer.key.id


def test_a_damaged_list_is_named(checkup, plain):
    checkup("indicators", "import", str(plain))
    (lists_folder() / "names-txt.list.json").write_text("{")
    ran = checkup("indicators", "verify")
    assert (ran.status, "names-txt" in ran.err) == (3, True)
    assert checkup("indicators", "verify", "--json").json["damaged"] == ["names-txt"]
    assert "names-txt" in checkup("indicators", "list").err
    assert checkup("scan", "--only", "preload", "--json").status == 0


@pytest.mark.parametrize("language", ["en", "vi"])
def test_nobody_is_asked_before_a_yes(checkup, nobody_asks, monkeypatch, language):
    ran = checkup("indicators", "update", "--language", language)
    assert ran.status == 2
    assert "raw.githubusercontent.com" in ran.err
    assert str(lists_folder()) in ran.err

    terminal = io.StringIO("no\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    ran = checkup("indicators", "update", "--language", language)
    assert ran.status == 0
    assert not lists_folder().exists()


def test_an_update_asks_takes_and_says_what_came(checkup, loopback, monkeypatch, tmp_path, home):
    ca, pem = certificates(tmp_path)
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(ca))
    signer = Signer()
    lists_folder().mkdir(parents=True)
    with serving(pem) as server:
        (lists_folder() / "feeds.toml").write_text(
            f'[[feed]]\nid = "centre"\nname = "A centre"\n'
            f'address = "{server.address("/l")}"\nkey = "{signer.line}"\n'
        )
        server.says |= {"/l": good(PLAIN.encode()), "/l.minisig": good(signer.sign(PLAIN.encode(), 5))}
        ran = checkup("indicators", "update", "centre", "--yes", "--json")
        server.says["/l.minisig"] = good(signer.sign(PLAIN.encode(), 4))
        older = checkup("indicators", "update", "centre", "--yes", "--json")
    assert "localhost" in ran.err
    assert (ran.status, ran.json["results"][0]["change"]) == (0, "new")
    assert (older.status, older.json["results"][0]["change"]) == (3, "older")
    listed = checkup("indicators", "list", "--json").json["lists"][-1]
    assert (listed["name"], listed["count"], listed["signed_by"]) == ("A centre", 20, signer.key.id)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ((), 2),
        (("odd",), 2),
        (("import",), 2),
        (("back",), 2),
        (("back", "x"), 3),
        (("back", "../x"), 3),
        (("remove",), 2),
        (("remove", "../x"), 2),
        (("update", "x"), 2),
        (("import", "missing"), 3),
        (("verify", "missing"), 3),
    ],
)
def test_words_that_make_no_sense_get_a_sentence(checkup, nobody_asks, words, status):
    ran = checkup("indicators", *words)
    assert ran.status == status
    assert ran.err or ran.out
    assert "Traceback" not in ran.err
    assert not lists_folder().exists()


def test_a_folder_that_cannot_be_written_is_said(checkup, plain):
    lists_folder().parent.mkdir(parents=True)
    lists_folder().write_text("")
    ran = checkup("indicators", "import", str(plain))
    assert (ran.status, str(lists_folder()) in ran.err) == (3, True)
