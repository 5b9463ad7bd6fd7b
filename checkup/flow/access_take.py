"""Taking the map along: in which forms, and the list of what paper or file will contain."""

from enum import StrEnum

from checkup.content.texts import Texts
from checkup.flow.access_picture import PERSON
from checkup.flow.access_view import MapView
from checkup.model.value import Value


class MapForm(StrEnum):
    """In which form; the words are the texts `access.take.forms.<value>`."""

    PDF = "pdf"  # the picture, then the list; the text can be selected
    PICTURE = "picture"
    TEXT = "text"
    PRINT = "print"

    @property
    def has_picture(self) -> bool:
        """Whether the picture is in it."""
        return self in (MapForm.PDF, MapForm.PICTURE)

    @property
    def has_list(self) -> bool:
        """Whether the list in words is in it."""
        return self is not MapForm.PICTURE


SUFFIXES = {MapForm.PDF: ".pdf", MapForm.PICTURE: ".png", MapForm.TEXT: ".txt"}


class MapTake(Value, frozen=True, kw_only=True):
    """What is taken along: the form, and whether names of people go with it."""

    form: MapForm
    with_names: bool = False


def contents(view: MapView, take: MapTake, texts: Texts) -> tuple[str, ...]:
    """Return what the paper or file will contain, a line each, and what it will not."""
    say = texts.say
    lines = []
    if take.form.has_picture:
        nodes = view.picture.nodes
        people = sum(node.kind == PERSON for node in nodes)
        lines.append(say("access.take.picture", people=people, things=len(nodes) - people))
    if take.form.has_list:
        ways = sum(len(person.rows) for person in view.people)
        lines.append(say("access.take.list", ways=ways, changes=len(view.changes)))
    lines.append(say("access.take.accounts"))
    lines.append(say("access.take.with_names" if take.with_names else "access.take.without_names"))
    return tuple(lines)
