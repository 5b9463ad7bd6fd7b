"""A known program that ran once is a trace; everything else that ran is nobody's business."""

from checkup.checks.computer.ran_before import CHECK
from checkup.model.finding import Level
from checkup.model.once_ran import OnceRan
from checkup.model.sources import Reading

SPC = r"C:\ProgramData\spc\csrss.exe"


class Given:
    def __init__(self, *paths):
        self.paths = paths

    def read(self, kind):
        return Reading(items=tuple(OnceRan(path=path, when="2026-01-01T00:00:00Z") for path in self.paths))


def test_a_known_monitoring_program_that_ran_is_a_trace(known):
    [finding] = list(CHECK.look(Given(SPC, SPC), known.on("windows")))
    assert (finding.level, finding.about, finding.signs) == (Level.LEAD, "sentrypc", {"ran_before"})


def test_what_else_ran_is_quiet(known):
    assert list(CHECK.look(Given(r"C:\Windows\notepad.exe", r"C:\csrss.exe"), known.on("windows"))) == []


def test_a_hostile_path_is_quiet(known, hostile):
    assert list(CHECK.look(Given(hostile), known.on("windows"))) == []
