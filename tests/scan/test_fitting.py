"""A check for something a system does not have is left out; one whose subject is there stays."""

from checkup.checks.check import Check
from checkup.model.kernel import KernelModule, KernelState
from checkup.model.program import RunningProgram
from checkup.scan.fitting import fitting


def check(name, *needs, subject=None):
    return Check(id=name, needs=needs, look=lambda sources, known: iter(()), subject=subject)


def test_the_first_need_or_the_named_subject_decides():
    programs = check("a", RunningProgram, KernelModule)
    modules = check("b", KernelModule, RunningProgram)
    tracers = check("c", RunningProgram, subject=KernelState)
    assert fitting((programs, modules, tracers), {RunningProgram}) == (programs,)


def test_where_no_kind_is_known_every_check_stays_and_ends_as_a_gap():
    programs = check("a", RunningProgram)
    assert fitting((programs,), set()) == (programs,)
    assert fitting((check("b"),), {KernelState})[0].id == "b"
