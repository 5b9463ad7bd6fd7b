"""The page of data exports: what to bring, the devices with their answers, what could not be read."""

from msgspec import structs

from checkup.content.services import Services
from checkup.content.texts import Texts
from checkup.flow.sign_in_words import SignInWords
from checkup.flow.sign_ins_picture import PictureLine, picture_lines
from checkup.flow.sign_ins_table import TableView, sign_ins_table
from checkup.model.answer import Answer
from checkup.model.looked import Cause, Unread
from checkup.model.shown import shown
from checkup.model.sign_in import SignInGroup, SignInHistory, Verdict
from checkup.model.value import Value
from checkup.model.visit import Visit
from checkup.signins.reviews import own_names
from checkup.signins.together import all_groups
from checkup.signins.verdict import answers_of, verdict

MOST_CARDS = 40
MOST_UNREAD = 12
_ORDER = (Verdict.UNEXPECTED, Verdict.TO_RECOGNISE, Verdict.CANNOT_TELL, Verdict.EXPECTED)


class GroupAnswer(Value, frozen=True, kw_only=True):
    """One of the four answers about a device."""

    id: Answer
    label: str
    chosen: bool = False


class GroupCard(Value, frozen=True, kw_only=True):
    """One device or sort of device, in all services at once; `tone` is that of its card."""

    id: str
    name: str
    verdict: str
    where: str
    facts: tuple[str, ...]
    question: str
    answers: tuple[GroupAnswer, ...]
    after: str = ""
    tone: str = "surface"


class ExportsView(Value, frozen=True, kw_only=True):
    """The page; `reading` is empty while nothing is read, `groups` empty before the first reading."""

    title: str
    lead: str
    warning: str
    drop: str
    choose: str
    reading: str = ""
    trouble: str = ""
    read: str = ""
    nothing: str = ""
    home: str = ""
    not_listed: str = ""
    list_devices: str = ""
    groups_title: str = ""
    groups: tuple[GroupCard, ...] = ()
    more: str = ""
    picture_title: str = ""
    picture_hint: str = ""
    lines: tuple[PictureLine, ...] = ()
    table_show: str = ""
    table_hide: str = ""
    table_hint: str = ""
    table: TableView | None = None
    unread_title: str = ""
    unread: tuple[str, ...] = ()


def exports_view(
    visit: Visit, services: Services, texts: Texts, reading: int | None = None, *, failed: bool = False
) -> ExportsView:
    """Return the page for a visit; `reading` is how many rows were read so far, None when nothing is read."""
    say = texts.say
    page = ExportsView(
        title=say("signins.page.title"),
        lead=say("signins.page.lead"),
        warning=say("signins.page.warning"),
        drop=say("signins.page.drop"),
        choose=say("signins.page.choose"),
    )
    if reading is not None:
        return structs.replace(page, reading=texts.count("signins.page.reading", reading))
    page = structs.replace(page, trouble=say("signins.page.failed") if failed else "")
    groups = all_groups(visit)
    if visit.sign_ins is None and not groups:
        return page
    history = structs.replace(visit.sign_ins or SignInHistory(), groups=groups)
    return _after(page, visit, history, SignInWords(texts, services), texts)


def _after(
    page: ExportsView, visit: Visit, history: SignInHistory, words: SignInWords, texts: Texts
) -> ExportsView:
    say = texts.say
    answers, own = answers_of(visit.sign_in_answers), own_names(visit)
    groups = sorted(history.groups, key=lambda one: _rank(one, own))
    cards = tuple(_card(one, answers.get(one.id), own, words, texts) for one in groups[:MOST_CARDS])
    more = len(history.groups) - len(cards) + history.left_out
    read = ", ".join(
        say("signins.page.read_row", service=words.service(service), count=count)
        for service, count in history.read
    )
    has_groups = bool(history.groups)
    return structs.replace(
        page,
        warning="" if history.read else page.warning,
        read=say("signins.page.read", services=read) if read else "",
        nothing="" if has_groups else say("signins.page.nothing"),
        home=f"{say('signins.home_note')} {say('signins.place_note')}" if has_groups else "",
        not_listed=say("signins.page.not_listed") if has_groups and not visit.devices else "",
        list_devices=say("signins.page.list_devices"),
        groups_title=say("signins.page.groups_title") if has_groups else "",
        groups=cards,
        more=texts.count("signins.page.more", more) if more > 0 else "",
        picture_title=say("signins.page.picture_title"),
        picture_hint=say("signins.page.picture_hint"),
        lines=picture_lines(history, words),
        table_show=say("signins.page.table_show"),
        table_hide=say("signins.page.table_hide"),
        table_hint=say("signins.page.table_hint"),
        table=sign_ins_table(history, words, texts) if has_groups else None,
        unread_title=say("signins.unread_title") if history.unread else "",
        unread=_unread(history.unread, texts),
    )


def _rank(group: SignInGroup, own: tuple[str, ...]) -> int:
    """Return how early a card stands; answers do not move it."""
    is_device = group.sort not in ("events", "other")
    return _ORDER.index(verdict(group, None, own)) if is_device else len(_ORDER)


def _card(
    group: SignInGroup, answer: Answer | None, own: tuple[str, ...], words: SignInWords, texts: Texts
) -> GroupCard:
    say = texts.say
    stands = verdict(group, answer, own)
    facts = [f"{words.span(group)} · {words.count(group)}"]
    if group.failed:
        facts.append(texts.count("signins.failed", group.failed))
    facts += words.addresses(group)
    name = words.name(group)
    return GroupCard(
        id=group.id,
        name=name,
        verdict=words.verdict(stands),
        where=words.headline(group, stands, answered=answer is not None),
        facts=tuple(facts),
        question=say("signins.page.question", name=name),
        answers=tuple(
            GroupAnswer(id=one, label=say(f"signins.page.answers.{one}"), chosen=one is answer)
            for one in Answer
        ),
        after=say(f"signins.page.after.{answer}") if answer else "",
        tone="attention" if stands is Verdict.UNEXPECTED else "surface",
    )


def _unread(unread: tuple[Unread, ...], texts: Texts) -> tuple[str, ...]:
    rows = [
        texts.say(
            "signins.unread_row",
            where=shown(one.where),
            count=one.count,
            cause=texts.say(f"causes.{one.reason.value}"),
        )
        for one in unread[:MOST_UNREAD]
        if one.reason is not Cause.STOPPED
    ]
    if any(one.reason is Cause.STOPPED for one in unread):
        rows.append(texts.say("causes.stopped"))
    if (more := len(unread) - MOST_UNREAD) > 0:
        rows.append(texts.count("signins.page.more", more))
    return tuple(rows)
