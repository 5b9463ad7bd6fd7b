"""`record verify`: what a whole record says, and one sentence for each way it is not whole."""

import hashlib

import pytest

from checkup.model.picture import Picture, PictureKind
from checkup.model.step import StepNote
from checkup.model.visit import Record, Visit
from checkup.store.contents import Contents, named
from checkup.store.key import Key
from checkup.store.record_file import create
from checkup.store.wrapping import Parts, unwrap, wrap

WORDS = "một cụm mật khẩu"
RECORD = Record(id="r", visits=(Visit(id="v", began="", notes=(StepNote(step="s", note="thư viện"),)),))


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Write a record, save it once more, and return its bytes after each."""
    path = tmp_path_factory.mktemp("record") / "notes"
    opened = create(path, WORDS, RECORD)
    once = path.read_bytes()
    opened.save(RECORD)
    opened.close()
    return once, path.read_bytes()


@pytest.fixture
def verify(checkup, tmp_path):
    """Run `record verify` on these bytes."""
    path, words = tmp_path / "notes", tmp_path / "words"
    words.write_text(f"{WORDS}\n", "utf-8")

    def run(data, *more, passphrase=WORDS):
        words.write_text(passphrase, "utf-8")
        path.write_bytes(data)
        ran = checkup("record", "verify", str(path), "--passphrase-file", str(words), *more)
        assert path.read_bytes() == data
        assert sorted(tmp_path.iterdir()) == [path, words]
        return ran

    return run


def test_a_whole_record_is_told_in_numbers(verify, written):
    ran = verify(written[1], "--json")

    assert ran.status == 0
    numbers = {"saves": 2, "visits": 1, "earlier_saves": 1, "size": len(written[1])}
    assert ran.json["record"] == numbers | {"pictures": 0, "pictures_lost": 0}


@pytest.mark.parametrize(("language", "said"), [("en", "whole"), ("vi", "nguyên vẹn")])
def test_and_in_words_that_show_nothing_of_it(verify, written, language, said):
    ran = verify(written[1], "--language", language)

    assert (ran.status, ran.err) == (0, "")
    assert said in ran.out
    assert "thư viện" not in ran.out


def test_pictures_are_counted_and_those_that_were_lost(verify, tmp_path):
    data = b"\x89PNG seen"
    seen = Picture(sha256=hashlib.sha256(data).hexdigest(), kind=PictureKind.PNG, size=9, data=data)
    lost = Picture(sha256="0" * 64, kind=PictureKind.PNG, size=9)
    visits = tuple(Visit(id=name, began="", pictures=(seen, lost)) for name in "ab")
    made = tmp_path.parent / f"{tmp_path.name}-made"
    create(made, WORDS, Record(id="r", visits=visits)).close()

    ran = verify(made.read_bytes(), "--json")

    assert (ran.json["record"]["pictures"], ran.json["record"]["pictures_lost"]) == (1, 1)
    assert "1 picture was lost" in verify(made.read_bytes()).out


def test_saved_once_it_has_no_earlier_copy(verify, written):
    assert verify(written[0], "--json").json["record"]["earlier_saves"] is None
    assert "no earlier copy" in verify(written[0]).out


def hurt(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def test_damage_names_what_can_still_be_read(verify, written):
    data = written[1]
    parts = unwrap(data)
    now, before = data.index(parts.now) + 5000, data.index(parts.before) + 5000

    for damaged, said in (
        (hurt(data, before), "what was saved last"),
        (hurt(data, now), "state before the last save"),
        (hurt(hurt(data, now), before), "nothing whole"),
    ):
        ran = verify(damaged)
        assert (ran.status, ran.out) == (3, "")
        assert said in ran.err


def test_an_earlier_copy_that_does_not_open_is_not_called_whole(verify, written):
    identity, earlier = unwrap(written[1]).identity, b"nothing that opens"
    contents = Contents(key=named(identity), before=named(earlier), record=RECORD)
    now = Key.opened(identity, WORDS).seal(contents)

    ran = verify(wrap(Parts(identity, now, earlier)))

    assert (ran.status, ran.out) == (3, "")
    assert "what was saved last can still be read" in ran.err


@pytest.mark.parametrize(
    ("data", "passphrase", "said"),
    [
        (None, "another", "does not open the record"),
        (b"PK\x03\x04 something", WORDS, "is not a record"),
        (b"", WORDS, "is damaged"),
    ],
)
def test_what_does_not_open_is_one_sentence(verify, written, data, passphrase, said):
    ran = verify(written[1] if data is None else data, passphrase=passphrase)

    assert (ran.status, ran.out) == (3, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ((), 2, "verify"),
        (("verify",), 2, "FILE"),
        (("open", "notes"), 2, "open"),
        (("verify", "notes", "more"), 2, "more"),
        (
            ("verify", "/nowhere/notes", "--passphrase-file", "/nowhere/words"),
            3,
            "passphrase could not be read",
        ),
        (("verify", "/nowhere/notes"), 2, "no terminal"),
    ],
)
def test_words_that_are_not_understood_are_told(checkup, monkeypatch, words, status, said):
    monkeypatch.setattr("sys.stdin", None)
    ran = checkup("record", *words)

    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err


def test_no_file_is_told(checkup, tmp_path):
    words = tmp_path / "words"
    words.write_text(WORDS, "utf-8")
    ran = checkup("record", "verify", str(tmp_path / "gone"), "--passphrase-file", str(words))

    assert ran.status == 3
    assert "could not be read" in ran.err
