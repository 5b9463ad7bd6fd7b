"""The page after a record was opened: when the last visit was, and what of it is on the table again."""

from checkup.content.texts import Texts
from checkup.flow.finding_words import FindingWords
from checkup.flow.keeping import Kept
from checkup.flow.start_view import NoteView, StartView
from checkup.model.result import Result
from checkup.model.shown import shown
from checkup.model.visit import Visit


def taken_up_view(kept: Kept, visit: Visit, texts: Texts) -> StartView:
    """Return the page; says plainly where the record was opened to read only."""
    say = texts.say
    words = FindingWords(texts)
    others = tuple(one for one in kept.record.visits if one.id != visit.id)
    lines = [texts.count("record.opened.visits", len(others))]
    if others:
        lines.append(say("record.opened.last", when=words.moment(others[-1].began)))
    if visit.computer is not None:
        lines.append(say("record.opened.computer", when=words.moment(visit.computer.when)))
    lines += [_line(one, texts, words) for one in (*visit.disks, *visit.phones)]
    notes = [NoteView(title=say("record.opened.holds"), lines=tuple(lines))]
    if kept.read_only:
        lines = [say("record.opened.read_only")]
        notes.append(NoteView(title=say("record.opened.read_only_title"), lines=tuple(lines)))
    return StartView(
        title=say("record.opened.title"),
        lead=say("record.opened.lead") if others else say("record.opened.empty_lead"),
        notes=tuple(notes),
    )


def _line(result: Result, texts: Texts, words: FindingWords) -> str:
    """Return what was looked at and when; what bears no name is called after its kind."""
    subject = result.subject
    name = shown(subject.name) or texts.say(f"record.opened.unnamed.{subject.kind}")
    return texts.say(f"record.opened.{subject.kind}", name=name, when=words.moment(result.when))
