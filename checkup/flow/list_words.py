"""What is said about a list of known programs: whose it is, how old, what came of a newer one."""

from collections.abc import Iterable, Iterator

from checkup.collect.lists import Settled
from checkup.content.feeds import Feed
from checkup.content.texts import Texts
from checkup.indicators.imports.outcome import Refused
from checkup.indicators.kept_list import Change, KeptList
from checkup.indicators.listed import ListSource
from checkup.indicators.program_list import ProgramList
from checkup.model.shown import shown

EXAMPLES = 5


class ListWords:
    """Says it in one language."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def name(self, one: ProgramList) -> str:
        """Return what a person calls a list; an added one is hostile text, made fit to be shown."""
        key = f"lists.names.{one.source.id}"
        return self._texts.say(key) if self._texts.has(key) else shown(one.source.name)

    def about(self, one: ProgramList, kept: KeptList | None = None) -> tuple[str, ...]:
        """Return what a person should know of a list, a line each; its name is not among them."""
        return tuple(self._about(one, kept))

    def ask(self, feeds: Iterable[Feed], folder: str) -> tuple[str, ...]:
        """Return what is asked of whom, and what they learn, before anything is sent."""
        by_host: dict[str, list[str]] = {}
        for feed in feeds:
            by_host.setdefault(feed.host, []).append(feed.name)
        say = self._texts.say
        return (
            *(say("lists.ask.who", host=host, names=", ".join(names)) for host, names in by_host.items()),
            say("lists.ask.learns"),
            *(say("lists.ask.others", host=host) for host in by_host),
            say("lists.ask.kept", folder=folder),
        )

    def refused(self, name: str, refused: Refused) -> str:
        """Return why something was not taken."""
        return self._texts.say("lists.refused", name=name, why=self._texts.say(f"lists.why.{refused.why}"))

    def settled(self, new: KeptList, settled: Settled) -> str:
        """Return what came of a list."""
        change = settled.compared.change
        how = self._texts.say(
            f"lists.change.{change}", added=settled.compared.added, lost=settled.compared.lost
        )
        name = new.list.source.name
        if settled.taken and change is Change.SHRUNK:
            how = self._texts.say(
                "lists.change.changed", added=settled.compared.added, lost=settled.compared.lost
            )
        elif not settled.taken and change is not Change.SAME:
            key = "lists.refused" if change.is_refused else "lists.held_back"
            return self._texts.say(key, name=name, why=how)
        return self._texts.say("lists.was_taken", name=name, how=how, entries=self._entries(new.list))

    def skipped(self, new: KeptList) -> str:
        """Return what of a list cannot be used, "" if all of it can."""
        count = sum(one.count for one in new.skipped)
        what = ", ".join(one.what for one in new.skipped[:EXAMPLES])
        return self._texts.count("lists.skipped", count, what=what) if count else ""

    def _about(self, one: ProgramList, kept: KeptList | None) -> Iterator[str]:
        say, source = self._texts.say, one.source
        date = say("lists.as_of", date=source.as_of) if source.as_of else say("lists.no_date")
        came = say("lists.added", date=kept.taken) if kept else say("lists.built_in")
        yield f"{self._entries(one)} · {date} · {came}"
        yield from self._whose(source, kept)
        if kept and (skipped := self.skipped(kept)):
            yield skipped

    def _whose(self, source: ListSource, kept: KeptList | None) -> Iterator[str]:
        say = self._texts.say
        if source.licence:
            yield say("lists.licence", licence=source.licence)
        if source.credit:
            yield say("lists.credit", credit=source.credit)
        if origin := source.origin or (kept.address or say("lists.file") if kept else ""):
            yield say("lists.origin", origin=origin)
        if kept and kept.signed_by:
            yield say("lists.signed", key=kept.signed_by)

    def _entries(self, one: ProgramList) -> str:
        entries = self._texts.count("lists.entries", one.count)
        return f"{entries} · {self._texts.count('lists.programs', len(one.families))}"
