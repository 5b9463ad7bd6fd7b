"""What a person sees on a service's own page, written down: lines like those of an export, and a note.

It comes before anything is ended: a session that was ended leaves the list.
"""

from msgspec import structs

from checkup.content.texts import Texts
from checkup.flow.accounts import review_of
from checkup.model.account import AccountReview
from checkup.model.shown import shown
from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.model.value import Value
from checkup.model.visit import Visit
from checkup.parse.exports.moment import of_text
from checkup.parse.exports.shape import cut

MOST_LINES = 100
LONGEST_NOTE = 4000


class SeenLine(Value, frozen=True, kw_only=True):
    """One line as typed: a device, a place, a time in the service's own words."""

    device: str = ""
    place: str = ""
    when: str = ""


class ByHandView(Value, frozen=True, kw_only=True):
    """The form, the lines so far, and the note."""

    title: str
    lead: str
    device: str
    place: str
    when: str
    add: str
    remove: str
    lines: tuple[str, ...]
    note_label: str
    note: str
    full: str = ""


def by_hand_view(review: AccountReview, texts: Texts) -> ByHandView:
    """Return the form for one account."""
    say = texts.say
    return ByHandView(
        title=say("signins.by_hand.title"),
        lead=say("signins.by_hand.lead"),
        device=say("signins.by_hand.device"),
        place=say("signins.by_hand.place"),
        when=say("signins.by_hand.when"),
        add=say("signins.by_hand.add"),
        remove=say("signins.by_hand.remove"),
        lines=tuple(map(line_words, review.lines)),
        note_label=say("signins.by_hand.note"),
        note=review.note,
        full=say("signins.by_hand.full") if len(review.lines) >= MOST_LINES else "",
    )


def line_words(line: SignInRecord) -> str:
    """Return a line as it is shown."""
    return " · ".join(shown(part) for part in (line.device, line.place, line.when_raw) if part)


def with_line(visit: Visit, service: str, seen: SeenLine) -> Visit:
    """Return the visit with one more line about a service; one that says nothing is not kept."""
    review = review_of(visit, service)
    device, place = cut(seen.device), cut(seen.place)
    if review is None or not (device or place or seen.when.strip()) or len(review.lines) >= MOST_LINES:
        return visit
    moment = of_text(cut(seen.when))
    line = SignInRecord(
        service=service,
        kind=SignInKind.SESSION,
        when=moment.when,
        when_raw=cut(seen.when),
        zone_known=moment.zone_known,
        place=place,
        device=device,
    )
    return _changed(visit, service, lines=(*review.lines, line))


def without_line(visit: Visit, service: str, number: int) -> Visit:
    """Return the visit without one line."""
    review = review_of(visit, service)
    if review is None:
        return visit
    return _changed(visit, service, lines=(*review.lines[:number], *review.lines[number + 1 :]))


def with_note(visit: Visit, service: str, words: str) -> Visit:
    """Return the visit with the person's own words about what they saw."""
    return _changed(visit, service, note=words.strip()[:LONGEST_NOTE])


def _changed(visit: Visit, service: str, **changes: object) -> Visit:
    accounts = tuple(
        structs.replace(review, **changes) if review.service == service else review
        for review in visit.accounts
    )
    return structs.replace(visit, accounts=accounts)
