"""The dialog of lists as prepared words: every list with where it is from, and what can be done."""

from checkup.collect.lists import known_programs
from checkup.content.texts import Texts
from checkup.flow.list_words import ListWords
from checkup.indicators.kept import Kept
from checkup.indicators.kept_list import KeptList
from checkup.indicators.program_list import ProgramList
from checkup.model.shown import shown
from checkup.model.value import Value


class ListRow(Value, frozen=True, kw_only=True):
    """One list: its name, what should be known of it, and the words of what can be done ("" if it cannot)."""

    id: str
    name: str
    lines: tuple[str, ...]
    back: str = ""
    back_named: str = ""
    remove: str = ""
    remove_named: str = ""


class ListsView(Value, frozen=True, kw_only=True):
    """All of the dialog. `said` is what came of the last act; `anyway` offers to take what was held back."""

    title: str
    lead: str
    rows: tuple[ListRow, ...]
    said: tuple[str, ...]
    update: str
    add: str
    anyway: str
    close: str
    busy: bool


def lists_view(
    kept: Kept,
    texts: Texts,
    said: tuple[str, ...] = (),
    *,
    held_back: bool = False,
    busy: bool = False,
    offline: bool = False,
) -> ListsView:
    """Return the dialog's words; raises ListDamaged where a built-in list is not whole."""
    say = texts.say
    added = {one.id: one for one in kept.lists()}
    built_in = (one for one in known_programs(kept).listed.lists if one.source.id not in added)
    damaged = (say("lists.damaged", id=one) for one in kept.damaged())
    return ListsView(
        title=say("lists.window.title"),
        lead=say("lists.window.lead"),
        rows=(
            *(_added(one, kept, texts) for one in added.values()),
            *(_row(one, texts) for one in built_in),
        ),
        said=(
            *((say("offline.here_lists"),) if offline else ()),
            *said,
            *damaged,
            *((say("lists.window.busy"),) if busy else ()),
        ),
        update="" if offline else say("lists.window.update"),
        add=say("lists.window.import"),
        anyway=say("lists.window.anyway") if held_back else "",
        close=say("lists.window.close"),
        busy=busy,
    )


def _row(one: ProgramList, texts: Texts) -> ListRow:
    words = ListWords(texts)
    return ListRow(id=one.source.id, name=words.name(one), lines=words.about(one))


def _added(one: KeptList, kept: Kept, texts: Texts) -> ListRow:
    say, name = texts.say, shown(one.list.source.name)
    has_earlier = kept.earlier(one.id) is not None
    return ListRow(
        id=one.id,
        name=name,
        lines=(
            *ListWords(texts).about(one.list, one),
            say("lists.window.lies", folder=shown(str(kept.folder))),
        ),
        back=say("lists.window.back") if has_earlier else "",
        back_named=say("lists.window.back_to", name=name) if has_earlier else "",
        remove=say("lists.window.remove"),
        remove_named=say("lists.window.remove_named", name=name),
    )
