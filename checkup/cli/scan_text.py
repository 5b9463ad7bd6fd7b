"""The result of a scan as text for a person: by level, with what could not be looked at."""

from collections.abc import Iterable

from checkup.cli.console import Console
from checkup.flow.could_not_look import could_not_look
from checkup.flow.finding_words import FindingWords
from checkup.model.finding import Finding, Level
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.shown import shown

MOST_PLACES = 6
MOST_EVIDENCE = 12


def write_scan_text(console: Console, words: FindingWords, result: Result) -> None:
    """Write the whole result: counts, findings, what was looked at, what was not, what it is not."""
    say = console.texts.say
    own = {finding.check for finding in result.findings}
    total = len(own | {gap.check for gap in result.gaps} | {one.check for one in result.looked})
    gaps = len({gap.check for gap in result.gaps} | {one.check for one in result.unread})
    console.paragraph(
        say("cli.scan.head", subject=_subject(console, result.subject), when=words.moment(result.when))
    )
    console.paragraph(say("cli.scan.counts", looked=total - gaps, total=total, gaps=gaps))
    if result.stopped:
        console.paragraph(say("cli.scan.stopped"))
    for level in Level:
        _level(console, words, level, result.at(level))
    _looked(console, words, result)
    _gaps(console, words, result)
    console.line()
    if any(result.at(level) for level in (Level.STRONG, Level.ASK)):
        console.paragraph(say("cli.scan.nothing_removed"))
    console.paragraph(say("cli.scan.not_proof"))


def _subject(console: Console, subject: Subject) -> str:
    name = shown(subject.name)
    if subject.kind is SubjectKind.ANDROID and not (name and subject.system):  # a lone dump does not say
        return console.texts.say("cli.scan.android_unnamed")
    return console.texts.say(f"cli.scan.{subject.kind.value}", system=shown(subject.system), name=name)


def _level(console: Console, words: FindingWords, level: Level, findings: Iterable[Finding]) -> None:
    found = tuple(findings)
    if not found:
        return
    _heading(console, f"{words.level(level)} ({len(found)})")
    for finding in found:
        _finding(console, words, finding)


def _finding(console: Console, words: FindingWords, finding: Finding) -> None:
    say = console.texts.say
    console.line()
    console.paragraph(words.title(finding), indent=2, hang=4)
    for sentence in words.saw(finding):
        console.paragraph(f"- {sentence}", indent=4, hang=6)
    for key, sentence in (("means", words.means(finding)), ("harmless", words.harmless(finding))):
        if sentence:
            console.paragraph(say(f"cli.scan.{key}") + " " + sentence, indent=4, hang=6)
    for evidence in finding.evidence[:MOST_EVIDENCE]:
        console.paragraph(f"> {words.evidence(evidence)}", indent=4, hang=6)
    if (more := len(finding.evidence) - MOST_EVIDENCE) > 0:
        console.paragraph(console.texts.count("cli.scan.more", more), indent=6)


def _looked(console: Console, words: FindingWords, result: Result) -> None:
    if result.looked:
        _heading(console, f"{console.texts.say('cli.scan.looked')} ({len(result.looked)})")
        console.line()
        for looked in result.looked:
            console.paragraph(words.check(looked.check), indent=2, hang=4)


def _gaps(console: Console, words: FindingWords, result: Result) -> None:
    gaps = could_not_look(result)
    if not gaps:
        return
    _heading(console, f"{console.texts.say('cli.scan.gaps')} ({len(gaps)})")
    console.line()
    for gap in gaps:
        console.paragraph(f"{words.check(gap.check)}: {words.cause(gap.reason)}", indent=2, hang=4)
        if gap.saw:
            console.paragraph(console.texts.count("cli.scan.saw", gap.saw), indent=4)
        for where in gap.where[:MOST_PLACES]:
            console.paragraph(f"> {shown(where)}", indent=4, hang=6)
        if (more := len(gap.where) - MOST_PLACES) > 0:
            console.paragraph(console.texts.count("cli.scan.more", more), indent=6)


def _heading(console: Console, text: str) -> None:
    console.line()
    console.paragraph(text)
    console.line("-" * min(len(text), console.width))
