"""A cheap passphrase cost and sample records for the tests of the store."""

from pathlib import Path

import pytest

from checkup.model.step import StepNote
from checkup.model.visit import Record, Visit

PASSPHRASE = "Mật khẩu của tôi"


@pytest.fixture(autouse=True)
def cheap(request):
    """Let a key cost little; not where a test is about the cost."""
    if "costly" not in request.fixturenames:
        request.getfixturevalue("cheap_keys")


@pytest.fixture
def costly():
    """Ask for the real cost."""


@pytest.fixture
def passphrase() -> str:
    return PASSPHRASE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.fixture
def sample():
    """Make a record of about so many bytes, with a mark to find again."""

    def make(mark: str = "first", size: int = 100) -> Record:
        notes = (StepNote(step="s", note=mark), StepNote(step="t", note="x" * size))
        return Record(id="r", visits=(Visit(id=mark, began="2026-11-24T01:00:00Z", notes=notes),))

    return make


@pytest.fixture
def mark_of():
    return lambda record: record.visits[-1].id if record.visits else ""
