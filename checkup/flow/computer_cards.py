"""One finding as a card: what we saw, what it can mean, harmless reasons, details, the four answers."""

from checkup.content.texts import Texts
from checkup.flow.finding_words import FindingWords
from checkup.model.answer import Answer
from checkup.model.finding import Finding, Level
from checkup.model.shown import shown
from checkup.model.value import Value

# The tone of a level's badge, by the theme's names. None is red: these are signs, not verdicts.
_TONES = {
    Level.STRONG: "attention",
    Level.ASK: "attention",
    Level.SETTING: "primary",
    Level.LEAD: "unknown",
}


class AnswerView(Value, frozen=True, kw_only=True):
    """One of the four answers."""

    answer: Answer
    label: str
    chosen: bool = False


class CardView(Value, frozen=True, kw_only=True):
    """A card, named by `about`; `details` are lines as they were found, for whoever wants them."""

    about: str
    badge: str
    tone: str
    title: str
    saw: tuple[str, ...]
    means: str
    harmless: str
    means_title: str
    harmless_title: str
    show_details: str
    hide_details: str
    details: tuple[str, ...]
    details_about: str
    question: str
    answers: tuple[AnswerView, ...]


def card_view(finding: Finding, texts: Texts, words: FindingWords, answer: Answer | None) -> CardView:
    """Return the card of a finding, with the answer given so far."""
    say = texts.say
    title = words.title(finding)
    return CardView(
        about=finding.about,
        badge=say(f"computer.badges.{finding.level.value}"),
        tone=_TONES[finding.level],
        title=title,
        saw=words.saw(finding),
        means=words.means(finding),
        harmless=words.harmless(finding),
        means_title=say("computer.card.means"),
        harmless_title=say("computer.card.harmless"),
        show_details=say("computer.card.details"),
        hide_details=say("computer.card.hide"),
        details=tuple(words.evidence(one) for one in finding.evidence),
        details_about=_details_about(finding, texts, words),
        question=words.question(finding),
        answers=tuple(
            AnswerView(answer=one, label=say(f"computer.answers.{one.value}"), chosen=one is answer)
            for one in Answer
        ),
    )


def _details_about(finding: Finding, texts: Texts, words: FindingWords) -> str:
    """Return which checks saw it and which lists know it: the quiet line under the details."""
    checks = ", ".join(words.check(check) for check in finding.checks or (finding.check,))
    sources = dict.fromkeys(reason.source for reason in finding.reasons if reason.source)
    seen_by = texts.say("computer.card.seen_by", checks=checks)
    if not sources:
        return seen_by
    known_from = texts.say("computer.card.known_from", sources=", ".join(map(shown, sources)))
    return f"{seen_by} {known_from}"
