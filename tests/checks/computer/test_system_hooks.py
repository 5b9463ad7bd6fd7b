"""Hooks in the system: stock entries are quiet, others a question, a known family is its own card."""

import pytest

from checkup.checks.computer.system_hooks import CHECK
from checkup.model.finding import Level
from checkup.model.hook import HookKind, SystemHook


def hook(kind: HookKind, name: str, value: str, **more: object) -> SystemHook:
    return SystemHook(**({"seen_in": "HKLM\\x", "kind": kind, "name": name, "value": value} | more))


@pytest.mark.parametrize(
    "stock",
    [
        hook(HookKind.SIGN_IN_PROGRAM, "Shell", "explorer.exe"),
        hook(HookKind.SIGN_IN_PROGRAM, "Userinit", r"C:\Windows\system32\userinit.exe,"),
        hook(HookKind.HEARS_PASSWORDS, "Security Packages", '""'),
        hook(HookKind.HEARS_PASSWORDS, "Authentication Packages", "msv1_0"),
        hook(HookKind.KEYBOARD_FILTER, "UpperFilters", "kbdclass"),
        hook(HookKind.ON_EVENT, "NTEventLogEventConsumer: SCM Event Log Consumer", ""),
        hook(
            HookKind.HEARS_PASSWORDS,
            "Smartcard",
            r"C:\Windows\system32\x.dll",
            path=r"C:\Windows\system32\x.dll",
        ),
    ],
    ids=lambda one: one.name,
)
def test_what_windows_itself_puts_there_is_quiet(found, stock):
    assert found(CHECK, stock) == []


@pytest.mark.parametrize(
    "added",
    [
        hook(HookKind.SIGN_IN_PROGRAM, "Shell", r"explorer.exe, C:\Users\Public\a.exe"),
        hook(HookKind.INSTEAD_OF, "sethc.exe", r"C:\Windows\System32\cmd.exe"),
        hook(HookKind.IN_EVERY_PROGRAM, "AppInit_DLLs", r"C:\x.dll"),
        hook(HookKind.HEARS_PASSWORDS, "Notification Packages", "mypass"),
        hook(HookKind.KEYBOARD_FILTER, "UpperFilters", "keyrec"),
        hook(HookKind.ON_EVENT, "CommandLineEventConsumer: Updater", "cmd /c a"),
        hook(HookKind.REPLACED_TOOL, "sethc.exe", "cmd.exe"),
        hook(HookKind.LOGS_EVERYTHING, "Sysmon64", "x"),
    ],
    ids=lambda one: one.kind.value,
)
def test_anything_else_is_asked_about(found, added):
    [finding] = found(CHECK, added)
    assert finding.level is Level.ASK
    assert finding.signs == {f"hook_{added.kind.value}"}


def test_a_known_monitoring_program_in_the_line_of_sign_ins_is_a_strong_sign(found, known):
    line = r"C:\Windows\system32\userinit.exe,C:\Windows\System32\MPK\MPK.exe"
    one = hook(HookKind.SIGN_IN_PROGRAM, "Userinit", line, path=r"C:\Windows\system32\userinit.exe")
    [finding] = list(CHECK.look(Given((one,)), known.on("windows")))
    assert (finding.level, finding.about) == (Level.STRONG, "refog")


def test_process_explorer_in_place_of_task_manager_is_only_a_trace(found):
    one = hook(HookKind.INSTEAD_OF, "taskmgr.exe", r"C:\Tools\procexp64.exe", path=r"C:\Tools\procexp64.exe")
    assert [finding.level for finding in found(CHECK, one)] == [Level.LEAD]


def test_a_hostile_name_is_carried_and_changes_nothing(found, hostile):
    found(CHECK, hook(HookKind.ON_EVENT, hostile, hostile, path=hostile))


class Given:
    def __init__(self, observations):
        self.observations = observations

    def read(self, kind):
        from checkup.model.sources import Reading

        return Reading(items=tuple(one for one in self.observations if type(one) is kind))


def test_a_part_of_windows_in_the_place_of_another_is_a_question_and_a_filter_of_its_own_a_lead(found):
    path = r"C:\Windows\System32\cmd.exe"
    [shell] = found(CHECK, hook(HookKind.SIGN_IN_PROGRAM, "Shell", path, path=path))
    [filtering] = found(CHECK, hook(HookKind.KEYBOARD_FILTER, "UpperFilters", "x", path=path))
    assert (shell.level, filtering.level) == (Level.ASK, Level.LEAD)
