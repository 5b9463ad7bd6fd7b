"""The page of one account as a prepared value: where to look, what for, and the answers."""

from enum import StrEnum

from checkup.content.services import Services
from checkup.content.texts import Texts
from checkup.flow.accounts import review_of
from checkup.flow.by_hand import ByHandView, by_hand_view
from checkup.flow.offline import is_offline
from checkup.flow.outlives_view import OutlivesRow, outlives_row
from checkup.flow.way_in import WayIn, unopened, ways_in
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.service import Service
from checkup.model.value import Value
from checkup.model.visit import Visit


class AccountAnswer(StrEnum):
    """The four answers, and "not now"."""

    MINE = "mine"
    KNOWN = "known"
    NOT_MINE = "not_mine"
    UNSURE = "unsure"
    NOT_NOW = "not_now"

    @property
    def answer(self) -> Answer | None:
        """The answer as the visit keeps it; None for "not now"."""
        return None if self is AccountAnswer.NOT_NOW else Answer(self.value)


class AnswerRow(Value, frozen=True, kw_only=True):
    """One answer."""

    id: AccountAnswer
    label: str
    chosen: bool = False


class AccountView(Value, frozen=True, kw_only=True):
    """The page of one account."""

    service: str
    title: str
    lead: str
    progress: str
    before_title: str
    before: tuple[str, ...]
    go_title: str
    main: WayIn
    more_title: str
    more_show: str
    more_hide: str
    more: tuple[WayIn, ...]
    look_title: str
    look: tuple[str, ...]
    question: str
    answers: tuple[AnswerRow, ...]
    after: str
    by_hand: ByHandView
    outlives_title: str
    outlives_lead: str
    outlives: tuple[OutlivesRow, ...]


def account_view(visit: Visit, services: Services, texts: Texts, service_id: str) -> AccountView:
    """Return the page of one chosen account."""
    service = services.find(service_id)
    review = review_of(visit, service_id) or AccountReview(service=service_id)
    main, more = ways_in(service, texts)
    if is_offline(visit):
        main = unopened(main, texts.say("offline.here_page"))
        more = tuple(unopened(way) for way in more)
    answer = _given(review)
    return AccountView(
        service=service_id,
        title=service.name_in(texts.language),
        lead=texts.say(f"services.groups.{service.unlocks}.why"),
        progress=_progress(visit, services, texts, service_id),
        before_title=texts.say("accounts.account.before_title"),
        before=_before(service, texts),
        go_title=texts.say("accounts.account.go_title"),
        main=main,
        more_title=texts.say("accounts.account.more_title"),
        more_show=texts.say("accounts.account.more_show"),
        more_hide=texts.say("accounts.account.more_hide"),
        more=more,
        look_title=texts.say("accounts.account.look_title"),
        look=_look(service, texts),
        question=texts.say("accounts.account.question"),
        answers=tuple(
            AnswerRow(
                id=each, label=texts.say(f"accounts.account.answer.{each}.label"), chosen=each is answer
            )
            for each in AccountAnswer
        ),
        after=texts.say(f"accounts.account.answer.{answer}.after") if answer else "",
        by_hand=by_hand_view(review, texts),
        outlives_title=texts.say(
            "accounts.account.outlives_title_number"
            if service.by_number
            else "accounts.account.outlives_title"
        ),
        outlives_lead=texts.say("accounts.account.outlives_lead"),
        outlives=tuple(outlives_row(thing, service, review, texts) for thing in service.outlives),
    )


def _given(review: AccountReview) -> AccountAnswer | None:
    if review.skipped:
        return AccountAnswer.NOT_NOW
    return AccountAnswer(review.answer.value) if review.answer else None


def _progress(visit: Visit, services: Services, texts: Texts, service_id: str) -> str:
    shown = [review.service for review in visit.accounts if services.knows(review.service)]
    number = shown.index(service_id) + 1 if service_id in shown else 1
    return texts.say("accounts.account.progress", number=number, count=max(len(shown), 1))


def _before(service: Service, texts: Texts) -> tuple[str, ...]:
    words = ["before_evidence", "before_noticed", "before_watched"]
    if service.tells_others:
        words.append("tells_others")
    return tuple(texts.say(f"accounts.account.{word}") for word in words)


def _look(service: Service, texts: Texts) -> tuple[str, ...]:
    lines = [texts.say(f"services.kinds.{service.kind}")]
    special = f"services.special.{service.id}"
    if texts.has(special):
        lines.append(texts.say(special))
    lines.append(texts.say("accounts.account.look_place"))
    return tuple(lines)
