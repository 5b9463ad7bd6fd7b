"""Observations of the rules of signing in (PAM) and of acting as another person (sudo, polkit)."""

from enum import StrEnum

from checkup.model.sources import Observation


class SignInRule(Observation, frozen=True, kw_only=True):
    """A line of PAM: at `type` (auth, session ...) the module `module` runs with `words`.

    `package` names who brought the module's file: "" no package, None not known; `is_there` is false
    when no such file was found. `program` is what the line starts, with its package.
    """

    type: str
    control: str
    module: str
    line: str
    words: tuple[str, ...] = ()
    when: str = ""
    package: str | None = None
    is_there: bool = True
    program: str = ""
    program_package: str | None = None


class SudoRight(Observation, frozen=True, kw_only=True):
    """A line of sudo: `who` (or `%group`) may act as another; without a password, for everything."""

    who: str
    line: str
    needs_no_password: bool = False
    is_for_everything: bool = False
    when: str = ""
    file_package: str | None = None


class SandboxRight(StrEnum):
    """What an app out of its sandbox could watch with; the value is part of a sign's name."""

    FILES = "files"
    DEVICES = "devices"  # keyboards, cameras and all others
    SCREEN = "screen"  # X11: all keys and windows of programs of this kind
    OUTSIDE = "outside"  # starts programs that are in no sandbox


class SandboxOverride(Observation, frozen=True, kw_only=True):
    """A right that somebody gave an app (Flatpak) beside what it asks for; `app` is empty for all apps."""

    app: str
    right: SandboxRight
    line: str
    when: str = ""


class PolicyRule(Observation, frozen=True, kw_only=True):
    """A line of a rule of polkit that says yes without asking; `name` is the rule's file."""

    name: str
    line: str
    when: str = ""
    file_package: str | None = None
