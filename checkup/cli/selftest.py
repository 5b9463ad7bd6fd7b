"""`selftest`: what a whole copy of this program must have, each part counted and named where it is missing.

A bundle is built from lists; what a list forgot shows itself here and not on the day it is needed.
The JSON object holds `parts`, each with `part`, `count` and `missing`, and `whole`.
"""

import tomllib
from argparse import Namespace
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import COULD_NOT_READ, FINISHED
from checkup.cli.json_output import rows, write_json
from checkup.cli.words import Reader
from checkup.content.feeds import BrokenFeeds, load_feeds
from checkup.content.help import BrokenHelp, HelpDirectory
from checkup.content.plan_steps import BrokenPlanSteps, load_rules
from checkup.content.questions import BrokenQuestion, load_questions
from checkup.content.root import ResourcesMissing, resource
from checkup.content.services import BrokenService, Services
from checkup.content.texts import Language
from checkup.indicators import load
from checkup.indicators.damage import ListDamaged
from checkup.model.value import Value

Counted = tuple[int, Iterable[str]]

THEME = (
    "tokens.toml",
    "window.qss",
    "tick-light.svg",
    "tick-dark.svg",
    "fonts/noto-sans-regular.ttf",
    "fonts/noto-sans-semibold.ttf",
    "fonts/OFL.txt",
)
QT = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport")
LIBRARIES = (
    *("cryptography", "keyring", "msgspec", "platformdirs", "psutil", "pyrage", "requests"),
    *("ijson", "iptocc", "publicsuffixlist", "segno", "ua_parser", "yaml", "zxcvbn_rs_py"),
)
BROKEN = (BrokenFeeds, BrokenHelp, BrokenPlanSteps, BrokenQuestion, BrokenService, ListDamaged)
MOST_NAMED = 5


class Part(Value, frozen=True, kw_only=True):
    """One part of the program: how much of it is here, and the names of what is not."""

    part: str
    count: int
    missing: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it is here, all of it."""
        return self.count > 0 and not self.missing


def takes(reader: Reader) -> None:
    reader.add_argument("--json", action="store_true")


def run(given: Namespace, console: Console) -> int:
    parts = tuple(_part(name, count) for name, count in PARTS.items())
    broken = [part for part in parts if not part.is_whole]
    if given.json:
        write_json(console, "selftest", parts=rows(parts), whole=not broken)
    else:
        _write(parts, len(broken), console)
    return COULD_NOT_READ if broken else FINISHED


def _write(parts: tuple[Part, ...], broken: int, console: Console) -> None:
    say = console.texts.say
    for part in parts:
        name = say(f"cli.selftest.parts.{part.part}")
        if part.is_whole:
            console.paragraph(say("cli.selftest.here", part=name, count=part.count), hang=2)
        else:
            named = ", ".join(part.missing[:MOST_NAMED]) or "…"
            console.paragraph(say("cli.selftest.missing", part=name, count=part.count, missing=named), hang=2)
    console.line()
    console.paragraph(
        console.texts.count("cli.selftest.not_whole", broken) if broken else say("cli.selftest.whole")
    )


def _part(name: str, count: Callable[[], Counted]) -> Part:
    """Count a part; one that cannot be read at all is missing, whatever the reason."""
    try:
        number, missing = count()
    except (OSError, ValueError, ResourcesMissing, *BROKEN) as error:
        return Part(part=name, count=0, missing=(type(error).__name__,))
    return Part(part=name, count=number, missing=tuple(missing))


def _checks() -> Counted:
    from checkup.checks import ALL_CHECKS
    from checkup.content.texts import Texts

    texts = Texts(Language.ENGLISH)
    ids = [check.id for check in ALL_CHECKS]
    return len(ids), [name for name in ids if not texts.has(f"checks.{name}.short")]


def _texts(language: Language, other: Language) -> Counted:
    here, there = _areas(language), _areas(other)
    return len(here), sorted(there - here)


def _areas(language: Language) -> set[str]:
    folder = resource(f"text/{language.value}")
    return {path.name for path in folder.glob("*.toml") if tomllib.loads(path.read_text("utf-8"))}


def _families() -> Counted:
    return load(resource("rules")).count, ()


def _listed() -> Counted:
    return load(resource("rules")).listed.count, ()


def _feeds() -> Counted:
    from publicsuffixlist import PublicSuffixList  # its table has to come along, or no list can be added

    return len(load_feeds()), () if PublicSuffixList().is_public("co.uk") else ("publicsuffixlist",)


def _rules() -> Counted:
    return len(list(resource("rules").glob("*.toml"))), ()


def _services() -> Counted:
    return len(Services().ordered(Language.VIETNAMESE)), ()


def _help() -> Counted:
    directory = HelpDirectory()
    missing = [] if "VN" in directory.countries(Language.VIETNAMESE) else ["vn.toml"]
    return len(directory.everything()), missing


def _questions() -> Counted:
    return len(load_questions()), ()


def _plan_steps() -> Counted:
    return len(load_rules()), ()


def _device_models() -> Counted:
    from checkup.content.device_models import DeviceModels

    return DeviceModels().count, ()


def _words() -> Counted:
    from checkup.credentials.wordlists import ListNotWhole, words_of

    count, missing = 0, []
    for language in Language:
        try:
            count += len(words_of(language))
        except ListNotWhole:
            missing.append(f"{language.value}.txt")
    return count, missing


def _reader() -> Counted:
    from checkup.collect.computer.linux.rights import READER, reader_text

    return (1, ()) if reader_text() is not None else (0, (READER,))


def _theme() -> Counted:
    here = [name for name in THEME if resource(f"theme/{name}").is_file()]
    return len(here), [name for name in THEME if name not in here]


def _libraries() -> Counted:
    """Load each library: its compiled part has to fit this system too."""
    missing = []
    for name in LIBRARIES:
        try:
            import_module(name)
        except ImportError:
            missing.append(name)
    return len(LIBRARIES) - len(missing), missing


def _window() -> Counted:
    """Look for the parts of Qt and of the window without loading them."""
    qt = find_spec("PySide6")
    places = qt.submodule_search_locations if qt is not None else None
    folders = [Path(place) for place in places or ()]
    here = [name for name in QT if any(any(folder.glob(f"{name}.*")) for folder in folders)]
    here += ["ui"] if find_spec("checkup.ui") else []
    return len(here), [name for name in (*QT, "ui") if name not in here]


PARTS: dict[str, Callable[[], Counted]] = {
    "checks": _checks,
    "text_en": lambda: _texts(Language.ENGLISH, Language.VIETNAMESE),
    "text_vi": lambda: _texts(Language.VIETNAMESE, Language.ENGLISH),
    "families": _families,
    "listed": _listed,
    "feeds": _feeds,
    "rules": _rules,
    "services": _services,
    "help": _help,
    "questions": _questions,
    "plan_steps": _plan_steps,
    "device_models": _device_models,
    "words": _words,
    "reader": _reader,
    "theme": _theme,
    "libraries": _libraries,
    "window": _window,
}

COMMAND = Command(name="selftest", takes=takes, run=run)
