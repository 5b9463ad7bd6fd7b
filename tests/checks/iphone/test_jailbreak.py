"""All traces are one card; no trace is quiet."""

from checkup.checks.iphone.jailbreak import CHECK
from checkup.model.finding import Level
from checkup.model.iphone import JailbreakTrace


def test_all_traces_are_one_question(found):
    [card] = found(
        CHECK, JailbreakTrace(tool="Cydia"), JailbreakTrace(tool="Sileo"), JailbreakTrace(tool="Cydia")
    )
    assert (card.level, card.name) == (Level.ASK, "Cydia, Sileo")
    assert [reason.what for reason in card.reasons] == ["Cydia", "Sileo"]


def test_no_trace_is_quiet(found):
    assert found(CHECK) == []


def test_an_odd_trace_harms_nothing(found, hostile):
    assert len(found(CHECK, JailbreakTrace(tool=hostile))) == 1
