"""What came of the lists of an `indicators import` or `update`: sentences, or one JSON object."""

from typing import Any

from checkup.cli.console import Console
from checkup.cli.ending import COULD_NOT_READ, FINISHED
from checkup.cli.json_output import rows, write_json
from checkup.collect.lists import settle
from checkup.content.feeds import Feed
from checkup.flow.list_words import ListWords
from checkup.indicators.imports.outcome import Refused
from checkup.indicators.kept import Kept
from checkup.indicators.kept_list import Change, KeptList
from checkup.model.shown import shown


class Taking:
    """Takes lists one by one and remembers how each ended."""

    def __init__(self, console: Console, kept: Kept, *, anyway: bool) -> None:
        self._console = console
        self._kept = kept
        self._anyway = anyway
        self._words = ListWords(console.texts)
        self._results: list[dict[str, Any]] = []
        self._said: list[str] = []
        self._failed = False

    def take(self, name: str, found: KeptList | Refused, feed: Feed | None = None) -> None:
        """Take a list, or say why not; raises CannotKeep."""
        if isinstance(found, Refused):
            self._failed = True
            list_id = feed.id if feed else ""
            self.note(self._words.refused(name, found), id=list_id, taken=False, refused=found.why.value)
            return
        settled = settle(found, self._kept, feed, knowingly=self._anyway)
        compared = settled.compared
        self._failed |= not settled.taken and compared.change is not Change.SAME
        self.note(
            self._words.settled(found, settled),
            id=found.id,
            taken=settled.taken,
            change=compared.change.value,
            added=compared.added,
            lost=compared.lost,
            skipped=rows(found.skipped),
        )
        if settled.taken and feed is None:
            folder = str(self._kept.folder)
            self._said.append(self._console.texts.say("cli.indicators.lies", folder=folder, id=found.id))
        if skipped := self._words.skipped(found):
            self._said.append(skipped)
        if compared.change is Change.SHRUNK and not settled.taken:
            self._said.append(self._console.texts.say("cli.indicators.anyway"))

    def note(self, sentence: str, **result: object) -> None:
        """Remember one result and its sentence."""
        self._said.append(sentence)
        self._results.append(result)

    def end(self, as_json: bool) -> int:  # noqa: FBT001 - the option as it was given
        """Write everything and return the exit status: 3 if a list was not taken that should have been."""
        if as_json:
            write_json(self._console, "indicators", results=self._results)
        else:
            for sentence in self._said:
                self._console.paragraph(shown(sentence, 2_000))
        return COULD_NOT_READ if self._failed else FINISHED
