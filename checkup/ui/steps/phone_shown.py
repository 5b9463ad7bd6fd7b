"""What the pages of "Your phone" show, made out of the visit, the lists and the record."""

from checkup.flow.guided_looks import looks_view
from checkup.flow.look_view import LookContext
from checkup.flow.phone import own_looks, seen_phone
from checkup.flow.phone_done_view import phone_view, with_same
from checkup.flow.phone_view import guide_view, other_view, source_view, which_view
from checkup.flow.progress import Progress
from checkup.flow.same_phone import SameView
from checkup.flow.since_view import Before, earlier_look_at
from checkup.indicators.known import Known
from checkup.model.guided_look import GuidedLook
from checkup.ui.desk import Desk
from checkup.ui.steps.phone_brought import Bringing


class PhoneShown:
    """Makes the views; the lists are read when the first card needs a name out of them."""

    def __init__(self, desk: Desk, looks: tuple[GuidedLook, ...]) -> None:
        self._desk, self._looks = desk, looks
        self._known: Known | None = None

    def choices(self, page: str, bringing: Bringing) -> object:
        """Return what a page before the look shows, or that of the looks on the phone itself."""
        visit, texts = self._desk.visit, self._desk.texts
        match page:
            case "which":
                return which_view(visit, texts)
            case "other":
                return other_view(texts)
            case "guide":
                return guide_view(visit, texts)
            case "source":
                return source_view(visit, texts, bringing.fitting())
            case _:
                return looks_view(visit, own_looks(visit, self._looks), texts)

    def look(self, progress: Progress | None, same: SameView | None) -> object:
        """Return what the page of the look shows, under way or over."""
        visit, texts = self._desk.visit, self._desk.texts
        context = LookContext(before=self._before(), looks=self._looks)
        return with_same(phone_view(visit, texts, self._lists(), progress, context), same)

    def _before(self) -> Before | None:
        """Return the look that the record holds of the same phone."""
        kept = self._desk.open
        if kept is None or kept.is_locked:
            return None
        return earlier_look_at(kept.record, self._desk.visit, seen_phone(self._desk.visit))

    def _lists(self) -> Known:
        if self._known is None:
            from checkup.collect.lists import known_programs
            from checkup.indicators.kept import Kept, lists_folder

            self._known = known_programs(Kept(lists_folder()))
        return self._known
