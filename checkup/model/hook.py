"""Observations of places where something is put into the system itself, to run or be asked each time."""

from enum import StrEnum

from checkup.model.sources import Observation


class HookKind(StrEnum):
    """The place. The words are the texts `signs.hook_<value>`."""

    SIGN_IN_PROGRAM = "sign_in_program"  # what runs when somebody signs in
    INSTEAD_OF = "instead_of"  # started in the place of another program
    IN_EVERY_PROGRAM = "in_every_program"  # a library that is put into all programs
    HEARS_PASSWORDS = "hears_passwords"  # asked at each sign-in or change of a password
    KEYBOARD_FILTER = "keyboard_filter"
    ON_EVENT = "on_event"  # runs when something happens
    REPLACED_TOOL = "replaced_tool"  # a tool of the sign-in screen that is another program
    LOGS_EVERYTHING = "logs_everything"  # takes note of what programs do
    OLD_STARTER = "old_starter"  # a place that systems of today leave empty


class SystemHook(Observation, frozen=True, kw_only=True):
    """Something in one of these places. `name` is the entry, `value` what stands there.

    Stock entries are observed too: which are, a check knows. `path` is the program or library where
    one can be told, as the system writes it, `who` the person it is for, "" for everybody. `when` is
    the place's last change, RFC 3339 in UTC.
    """

    kind: HookKind
    name: str
    value: str
    path: str = ""
    who: str = ""
    when: str = ""
