"""`scan`: JSON as documented, text for a person, stopping, disks, and hostile names."""

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checkup.checks.check import Check
from checkup.cli import scan as scan_command
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Observation
from checkup.model.stop import Stop

HOSTILE = "\x1b]0;x\x07\u202egnp.exe<b>\udc80\x9b31m"


class Thing(Observation, frozen=True, kw_only=True):
    """Something nobody reads: the running system answers "not supported"."""


def finds(name: str = HOSTILE) -> Check:
    def look(sources: Any, known: Any) -> Iterator[Finding]:
        yield Finding(
            check="computer.fake",
            level=Level.ASK,
            about="it",
            name=name,
            reasons=(Reason(sign="fake", what=name, where="/tmp/x", when="2026-11-24T08:30:00Z"),),
            evidence=(Evidence(where=name, saw=name),),
        )

    return Check(id="computer.fake", needs=(), look=look)


def check(name: str, look: Any, *needs: type) -> Check:
    return Check(id=name, needs=needs, look=look)


def nothing(sources: Any, known: Any) -> Iterator[Finding]:
    return iter(())


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Puts these checks in the place of the program's own, with a sentence for the fake sign."""

    def given(*chosen: Check) -> None:
        monkeypatch.setattr(scan_command, "COMPUTER_CHECKS", chosen)
        monkeypatch.setattr(scan_command, "fitting", lambda checks, kinds: checks)

    monkeypatch.setattr(
        scan_command.FindingWords, "reason", lambda self, reason: f"A fake sign in {reason.where}."
    )
    return given


def test_json_has_every_key_and_each_check_in_one_place(checkup: Any, checks: Any) -> None:
    checks(finds("it"), check("computer.gap", nothing, Thing), check("computer.quiet", nothing))
    ran = checkup("scan", "--json")
    assert ran.status == 0
    assert ran.err == ""
    found = ran.json
    assert (found["version"], found["command"]) == (1, "scan")
    assert set(found) >= {"subject", "findings", "gaps", "looked", "unread", "when", "stopped"}
    assert set(found["subject"]) == {"kind", "name", "system", "mark"}
    (card,) = found["findings"]
    assert card["check"] == "computer.fake"
    assert card["level"] == "ask"
    assert card["reasons"][0]["sign"] == "fake"
    assert card["evidence"] == [{"where": "it", "saw": "it"}]
    assert card["checks"] == []
    assert found["gaps"] == [{"check": "computer.gap", "reason": "not_supported", "where": [], "saw": 0}]
    assert found["looked"] == [{"check": "computer.quiet", "saw": 0}]
    assert found["unread"] == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_text_says_what_was_seen_and_what_could_not_be_looked_at(
    checkup: Any, checks: Any, language: str
) -> None:
    checks(finds("it"), check("computer.gap", nothing, Thing), check("computer.quiet", nothing))
    ran = checkup("scan", "--language", language)
    assert ran.status == 0
    assert "A fake sign in /tmp/x." in ran.out
    assert "computer.gap" in ran.out
    assert "computer.quiet" in ran.out
    words = {
        "en": ("Worth asking about", "remove", "proves neither"),
        "vi": ("Nên hỏi lại", "gỡ", "chứng tỏ"),
    }
    assert all(word in ran.out for word in words[language])


def test_hostile_names_reach_neither_terminal_nor_json_raw(checkup: Any, checks: Any) -> None:
    checks(finds())
    for words in (["scan"], ["scan", "--json"]):
        out = checkup(*words).out
        assert not {"\x1b", "\x07", "\u202e", "\x9b", "\udc80"} & set(out), words
    assert checkup("scan", "--json").json["findings"][0]["name"] == HOSTILE


def test_ctrl_c_shows_what_there_is_and_ends_with_130(checkup: Any, checks: Any) -> None:
    def interrupted(sources: Any, known: Any) -> Iterator[Finding]:
        signal.raise_signal(signal.SIGINT)
        return iter(())

    before = signal.getsignal(signal.SIGINT)
    checks(finds("it"), check("computer.slow", interrupted), check("computer.never", nothing))
    ran = checkup("scan", "--json")
    assert ran.status == 130
    assert ran.json["stopped"] is True
    assert [one["about"] for one in ran.json["findings"]] == ["it"]
    assert {"check": "computer.never", "reason": "stopped", "where": [], "saw": 0} in ran.json["gaps"]
    assert signal.getsignal(signal.SIGINT) is before


def test_only_runs_the_checks_that_were_named_in_whole_or_by_their_last_word(
    checkup: Any, checks: Any
) -> None:
    checks(check("computer.a", nothing), check("computer.b", nothing), check("computer.c", nothing))
    found = checkup("scan", "--json", "--only", "c, computer.a").json
    assert [one["check"] for one in found["looked"]] == ["computer.a", "computer.c"]


@pytest.mark.parametrize("only", ["computer.z", "", ","])
def test_an_unknown_check_is_wrong_usage_and_the_known_ones_are_named(
    checkup: Any, checks: Any, only: str
) -> None:
    checks(check("computer.a", nothing))
    ran = checkup("scan", "--only", only)
    assert ran.status == 2
    assert "computer.a" in ran.err


def test_a_disk_is_looked_at_as_a_disk(checkup: Any, checks: Any, tmp_path: Path) -> None:
    checks(check("computer.a", nothing))
    (tmp_path / "etc").mkdir()
    found = checkup("scan", "--json", "--root", str(tmp_path), "--system", "linux").json
    assert found["subject"]["kind"] == "disk"


@pytest.mark.parametrize("name", ["missing", "file", "a\0b"])
def test_a_folder_that_cannot_be_read_ends_with_3_and_one_sentence(
    checkup: Any, checks: Any, tmp_path: Path, name: str
) -> None:
    checks(check("computer.a", nothing))
    (tmp_path / "file").write_text("x")
    ran = checkup("scan", "--root", f"{tmp_path}/{name}")
    assert ran.status == 3
    assert ran.out == ""
    assert len(ran.err.strip().splitlines()) == 1


def test_another_system_without_a_disk_is_wrong_usage(checkup: Any, checks: Any) -> None:
    checks(check("computer.a", nothing))
    assert checkup("scan", "--system", "windows").status == 2


def test_a_stop_is_given_to_the_sources(checkup: Any, checks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Stop] = []
    real = scan_command.for_this_computer

    def watched(run: Any, stop: Stop, **more: Any) -> Any:
        seen.append(stop)
        return real(run, stop, **more)

    monkeypatch.setattr(scan_command, "for_this_computer", watched)
    checks(check("computer.a", nothing))
    checkup("scan")
    assert len(seen) == 1
