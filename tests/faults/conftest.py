"""Names from a hostile computer, a look that is full of them, and the program in a process of its own."""

import json
import os
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from checkup.checks.computer import COMPUTER_CHECKS
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.looked import Cause, Gap, Unread
from checkup.model.result import Result, Subject, SubjectKind

SCRIPT = Path(__file__).with_name("started_program.py")

_STEERING = (*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x061C, *range(0x200B, 0x2010), *range(0x2028, 0x202F))
_STEERING += (*range(0x2060, 0x2070), 0xFEFF, 0xFFF9, 0xE0041, 0xD800, 0x115F, 0x3164, 0x2800)

HOSTILE = (
    *(f"a{chr(number)}b" for number in _STEERING),
    *("\x1b[2J\x1b[31mred", "\x1b]0;title\x07", "\x1b]8;;https://example.org\x07link", "\x9b31m"),
    *("one\rtwo", "one\n- two", "\u202esafe\u202cexe.txt", "Zalo\u200b", "\u00a0", " ", "", "\t", "\u3000"),
    *("<b>bold</b>", "<img src=https://example.org/x.png>", "<script>alert(1)</script>", "<a href='x'>y</a>"),
    *("&lt;b&gt;", "&#60;", "&amp;nbsp;", "]]>", "<!--", "</body>", "<table><tr><td>", "* { color: red }"),
    *("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "{what}", "{0}", "{", "}", "%s%n%d", "%(name)s"),
    *("$(touch x)", "`touch x`", "; rm -rf x", "| cat", "&& x", "'", '"', "\\", "../../etc/passwd"),
    *("C:\\Windows", "\\\\server\\share", "CON", "nul.txt", "url(https://x.org)", "javascript:alert(1)"),
    *("data:text/html,x", "file:///etc/passwd", "[x](https://example.org)", "# heading", "| a | b |"),
    *("e\u0302\u0301" * 40, "\u0301" * 500, "\u0111" * 32_768, "\U0001f600" * 10_000, "\U0010ffff", "\ud83d"),
)  # fmt: skip

# No terminal, window or paper may be steered by these; what stands for them is a visible word.
HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


@pytest.fixture(params=[HOSTILE], ids=["all"])
def hostile_names(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """More than sixty names that nobody would give a program in good faith."""
    assert len(request.param) > 100
    return request.param


@pytest.fixture
def hidden() -> Callable[[str], str]:
    """Return a function that gives the characters of a text that could steer what shows it."""
    return lambda text: "".join(
        sorted({one for one in text if one != "\n" and unicodedata.category(one) in HIDDEN})
    )


@pytest.fixture
def hostile_result(hostile_names: tuple[str, ...]) -> Result:
    """A look in which everything that comes from outside is hostile: each name once in each place."""
    checks = [check.id for check in COMPUTER_CHECKS]
    findings = tuple(
        Finding(
            check=checks[number % len(checks)],
            level=tuple(Level)[number % len(Level)],
            about=f"{number} {name}",
            name=name,
            reasons=(
                Reason(sign="runs_now", what=name, who=name, where=name, when=name, family=name, source=name),
                Reason(sign=name or "unknown", what=name),
            ),
            evidence=(Evidence(where=name, saw=name, when=name),),
        )
        for number, name in enumerate(hostile_names)
    )
    return Result(
        subject=Subject(kind=SubjectKind.COMPUTER, name="\x1b[2J", system="\x1b[2J<b>"),
        when="2026-11-24T08:00:00Z",
        findings=findings,
        gaps=(Gap(check=checks[0], reason=Cause.NOT_PERMITTED, where=hostile_names),),
        unread=tuple(Unread(where=name, reason=Cause.FAILED, check=checks[0]) for name in hostile_names),
    )


@dataclass(frozen=True)
class Started:
    """A program that has ended: what it answered, what it wrote beside that, and when which was."""

    said: tuple[dict[str, Any], ...]
    complaints: tuple[str, ...]
    status: int
    ended_at: float

    @property
    def answer(self) -> dict[str, Any]:
        """The first line it said."""
        assert self.said, self.complaints
        return self.said[0]


@pytest.fixture
def started(home: Path, tmp_path: Path) -> Callable[..., Started]:
    """Return a function that starts the program in a process of its own with one thing going wrong."""

    def start(mode: str, *words: str, **variables: str) -> Started:
        ended = subprocess.run(
            [sys.executable, "-I", "-B", "-X", "utf8", SCRIPT, mode, *words],
            env={**os.environ, **variables},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=200,
        )
        lines = [line for line in ended.stderr.splitlines() if "plugin does not support" not in line]
        said = tuple(json.loads(line) for line in ended.stdout.splitlines())
        return Started(said, tuple(lines), ended.returncode, time.monotonic())

    return start
