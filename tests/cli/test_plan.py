"""`plan`: every form, the passphrase, and one sentence for each way a record does not open."""

import pytest

from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.step import StepMark, StepNote
from checkup.model.visit import Record, Visit
from checkup.store.record_file import create

WORDS = "một cụm mật khẩu"
VISIT = Visit(
    id="v",
    began="2026-11-24T08:00:00Z",
    accounts=(AccountReview(service="zalo", answer=Answer.NOT_MINE),),
    notes=(StepNote(step="own_place", mark=StepMark.DONE, note="thư viện"),),
)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    path = tmp_path_factory.mktemp("record") / "notes"
    create(path, WORDS, Record(id="r", visits=(Visit(id="older", began=""), VISIT))).close()
    return path


@pytest.fixture
def passphrase(tmp_path):
    path = tmp_path / "words"
    path.write_text(f"{WORDS}\n", "utf-8")
    return path


@pytest.fixture
def no_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)


def test_json_holds_each_step_with_its_words_and_mark(checkup, record, passphrase):
    ran = checkup("plan", str(record), "--json", "--passphrase-file", str(passphrase))

    first = ran.json["steps"][0]
    assert (ran.status, ran.json["command"], ran.json["began"]) == (0, "plan", VISIT.began)
    assert (first["id"], first["mark"], first["note"]) == ("own_place", "done", "thư viện")
    assert first["title"]
    assert first["why"] == [{"kind": "always", "id": "", "name": "", "detail": "", "disk": ""}]
    assert "new_password:zalo" in [step["id"] for step in ran.json["steps"]]


def test_text_is_what_it_writes_by_itself(checkup, record, passphrase):
    ran = checkup("plan", str(record), "--language", "vi", "--passphrase-file", str(passphrase))

    assert ran.status == 0
    assert ran.out.startswith("CÁC BƯỚC\n")
    assert "thư viện" in ran.out
    assert "Đổi mật khẩu Zalo" in ran.out


@pytest.mark.parametrize(("form", "begins"), [("--html", b"<!DOCTYPE"), ("--pdf", b"%PDF")])
@pytest.mark.usefixtures("qapp")
def test_a_file_is_written_and_said_not_to_be_encrypted(checkup, record, passphrase, form, begins):
    target = passphrase.with_name("out")
    ran = checkup("plan", str(record), form, str(target), "--passphrase-file", str(passphrase))

    assert ran.status == 0
    assert target.read_bytes().startswith(begins)
    assert "not encrypted" in ran.err


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("{record}", "--passphrase-file", "{wrong}"), 3, "does not open the record"),
        (("{wrong}", "--passphrase-file", "{wrong}"), 3, "is not a record"),
        (("{record}.gone", "--passphrase-file", "{wrong}"), 3, "could not be read"),
        (("{record}", "--passphrase-file", "/nowhere/x"), 3, "passphrase could not be read"),
        (("{record}", "--text", "--json", "--passphrase-file", "{wrong}"), 2, "Only one of"),
        (("{record}",), 2, "no terminal"),
        ((), 2, "RECORD"),
    ],
)
@pytest.mark.usefixtures("no_terminal")
def test_what_does_not_work_is_one_sentence(checkup, record, passphrase, words, status, said):
    wrong = passphrase.with_name("wrong")
    wrong.write_text("not it\n")

    ran = checkup("plan", *(word.format(record=record, wrong=wrong) for word in words))

    assert ran.status == status
    assert said in ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_a_file_that_cannot_be_written_is_told(checkup, record, passphrase, tmp_path):
    ran = checkup(
        "plan", str(record), "--html", str(tmp_path / "gone" / "x"), "--passphrase-file", str(passphrase)
    )

    assert ran.status == 3
    assert "could not be written" in ran.err


def test_a_record_without_a_visit_has_no_plan(checkup, tmp_path, passphrase):
    path = tmp_path / "empty"
    create(path, WORDS, Record(id="r")).close()

    ran = checkup("plan", str(path), "--passphrase-file", str(passphrase))

    assert ran.status == 3
    assert "no visit" in ran.err
