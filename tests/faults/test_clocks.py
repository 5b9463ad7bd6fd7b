"""A clock that is wrong by decades, and a time zone at the edge of the day, change no answer (T8)."""

import io
import time
from datetime import UTC, datetime

import pytest

from checkup.cli.console import Console
from checkup.cli.scan_text import write_scan_text
from checkup.cli.words import Words
from checkup.content.root import resource
from checkup.content.texts import Language
from checkup.flow.computer import look_here
from checkup.flow.finding_words import FindingWords
from checkup.indicators import load
from checkup.model.looked import Cause
from checkup.model.stop import Stop

MOMENTS = [
    datetime(1970, 1, 1, tzinfo=UTC),
    datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
    datetime(2106, 2, 7, 6, 28, 16, tzinfo=UTC),
]
ZONES = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "no such zone"]

pytestmark = pytest.mark.real


@pytest.fixture(params=ZONES)
def zone(request, monkeypatch):
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: f"{moment:%Y}")
def test_a_look_under_a_wrong_clock_is_whole_and_can_be_written(zone, moment):
    *_, ended = look_here(Stop(), lambda: moment)
    result = ended.result
    out = io.StringIO()
    console = Console(Words(command="scan", rest=(), language=Language.VIETNAMESE), out=out)

    write_scan_text(console, FindingWords(console.texts, load(resource("rules"))), result)

    assert result.when == f"{moment:%Y-%m-%dT%H:%M:%SZ}"
    assert [gap.check for gap in result.gaps if gap.reason is Cause.FAILED] == []
    # In the person's own zone it can be the day before.
    assert any(year in out.getvalue() for year in (f"{moment:%Y}", f"{moment.year - 1}"))
