"""A screen reader's eyes and hands; run by the system's Python, which has Debian's pyatspi.

Answers with one line of JSON: what it was told of the window over the accessibility bus, and what came of
pressing as a screen reader presses: by the control's own action, not by keys.
"""

import json
import sys
import time

import pyatspi
from gi.repository import GLib

SURE = "I am not sure"
announced: list[str] = []


def heard(event: object) -> None:
    announced.append(str(event.any_data))


def spin(holds: object, seconds: float = 30) -> bool:
    """Let events come in until something holds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        while GLib.MainContext.default().iteration(False):
            pass
        if holds():
            return True
        time.sleep(0.02)
    return False


def all_below(one: object) -> list[object]:
    found = []
    for child in one:
        if child is not None:
            found += [child, *all_below(child)]
    return found


def the_program() -> object | None:
    return next((one for one in pyatspi.Registry.getDesktop(0) if one is not None and one.childCount), None)


def named(part: str) -> object | None:
    program = the_program()
    program.clear_cache()
    return next((one for one in all_below(program) if part in one.name and showing(one)), None)


def showing(one: object) -> bool:
    return one.getState().contains(pyatspi.STATE_SHOWING)


def press(part: str) -> None:
    spin(lambda: named(part) is not None and named(part).getState().contains(pyatspi.STATE_ENABLED))
    named(part).queryAction().doAction(0)


def main() -> int:
    pyatspi.Registry.registerEventListener(heard, "object:announcement")
    assert spin(lambda: the_program() is not None, 60)
    program = the_program()
    controls = [
        (one.getRoleName(), one.name)
        for one in all_below(program)
        if showing(one) and one.getState().contains(pyatspi.STATE_FOCUSABLE)
    ]
    groups = {
        one.name: (one.parent.getRoleName(), one.parent.name)
        for one in all_below(program)
        if one.getRole() == pyatspi.ROLE_RADIO_BUTTON
    }
    press("Continue")
    spin(lambda: bool(announced))
    press(SURE)
    checked = spin(lambda: named(SURE).getState().contains(pyatspi.STATE_CHECKED))
    opened = spin(lambda: named("Continue").getState().contains(pyatspi.STATE_ENABLED))
    press("Continue")
    spin(lambda: len(announced) > 1)
    sys.stdout.write(
        json.dumps(
            {
                "program": program.name,
                "controls": controls,
                "groups": groups,
                "checked": checked,
                "opened": opened,
                "announced": announced,
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
