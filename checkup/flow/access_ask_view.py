"""The page of one question about the map as prepared values: yes or no, or a choice for each of many."""

from checkup.content.texts import Texts
from checkup.flow.access_ask import MOST_ASKED, Asking
from checkup.flow.access_words import AccessWords
from checkup.model.shown import shown
from checkup.model.value import Value


class AskView(Value, frozen=True, kw_only=True):
    """What is asked now, or (no `choices` and no `many`) that there is nothing left.

    `many` are things to choose from: id, words, whether it stands chosen. Nothing of it counts before the
    button `confirm` (`confirm_none` while none is chosen) is pressed.
    """

    title: str
    lead: str
    progress: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    many: tuple[tuple[str, str, bool], ...] = ()
    confirm: str = ""
    confirm_none: str = ""
    unsure: str = ""
    back: str = ""


def ask_view(
    asking: Asking | None, number: int, said: AccessWords, texts: Texts, *, can_go_back: bool
) -> AskView:
    """Return the page of the next question, the `number`th."""
    say = texts.say
    back = say("access.page.again") if can_go_back else ""
    if asking is None:
        return AskView(title=say("access.page.asked_title"), lead=say("access.page.asked_lead"), back=back)
    progress = say("access.page.progress", number=number, count=MOST_ASKED)
    if len(asking.questions) == 1:
        return AskView(
            title=said.question(asking.questions[0]),
            lead=say("access.page.ask_lead"),
            progress=progress,
            choices=tuple((name, say(f"access.page.{name}")) for name in ("yes", "no", "unsure")),
            back=back,
        )
    return AskView(
        title=said.question_of_many(asking.questions[0]),
        lead=say("access.page.many_likely" if asking.likely else "access.page.many_lead"),
        progress=progress,
        many=tuple((one, shown(said.thing(one)), one in asking.likely) for one in asking.things),
        confirm=say("access.page.these"),
        confirm_none=say("access.page.none_of_these"),
        unsure=say("access.page.unsure"),
        back=back,
    )
