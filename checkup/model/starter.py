"""Observations of what starts programs without being asked: units, autostart, timetables, start files."""

from enum import StrEnum

from checkup.model.sources import Observation


class StarterKind(StrEnum):
    """By which means a program starts by itself. The words are the texts `signs.starts_<value>`."""

    SYSTEM_UNIT = "system_unit"
    USER_UNIT = "user_unit"
    AUTOSTART = "autostart"
    TIMETABLE = "timetable"  # cron and at
    DEVICE_RULE = "device_rule"  # udev
    RUN_KEY = "run_key"  # the registry's lists of what starts with a sign-in
    STARTUP_FOLDER = "startup_folder"
    SERVICE = "service"  # of Windows, drivers included
    TASK = "task"  # of Windows' task planner
    LAUNCH_AGENT = "launch_agent"  # of macOS, at a sign-in
    LAUNCH_DAEMON = "launch_daemon"  # of macOS, with the computer
    LOGIN_ITEM = "login_item"


class StartsByItself(Observation, frozen=True, kw_only=True):
    """A program that starts by itself. `seen_in` is the file that says so, `line` its exact line there.

    `path` is the program's whole resolved path, empty where the line is a command for a shell;
    `is_missing` says that it is not there. `who` is the person whose file it is, empty for the whole
    computer. `at_start` means with the computer or a sign-in, `restarts` that it comes back when ended.
    `file_package` and `package` name the package that brought the file and the program: "" where
    none did, None where that is not known. `signer` is who signed the program, "" where nobody did,
    None where that was not read. `when` is the file's last change, RFC 3339 in UTC.
    """

    kind: StarterKind
    name: str
    line: str
    path: str = ""
    who: str = ""
    when: str = ""
    is_on: bool = True
    is_hidden: bool = False
    is_missing: bool = False
    restarts: bool = False
    at_start: bool = False
    file_package: str | None = None
    package: str | None = None
    signer: str | None = None


class Trick(StrEnum):
    """What a line of a start file does that people seldom write."""

    BACKGROUND = "background"  # starts something and leaves it running
    REPLACES = "replaces"  # puts something else in the place of sudo, ssh, su
    PRELOAD = "preload"  # puts a library into every program
    DOWNLOADS = "downloads"  # fetches something and runs it
    RECORDS = "records"  # writes down what is typed or shown


class StartFileLine(Observation, frozen=True, kw_only=True):
    """A line of a start file with one of the tricks. `word` is what it is about: a command or a library."""

    trick: Trick
    line: str
    number: int
    word: str = ""
    who: str = ""
    when: str = ""
    file_package: str | None = None
