"""Who signed a program of macOS: asked of the system's own `codesign`, on the running system alone.

References: codesign(1) (-dv --verbose=2 writes `Authority=` and `Signature=adhoc` to the error output).
"""

from dataclasses import dataclass, field

from checkup.collect.place import Place
from checkup.collect.run import Ended, Run

MOST_ASKED = 400
SECONDS = 5.0
_BEGINS = "Developer ID Application: "


@dataclass(frozen=True)
class Signers:
    """Answers for one run; each program is asked about once, and no more than a few hundred."""

    place: Place
    run: Run
    _known: dict[str, str | None] = field(default_factory=dict)

    def of(self, path: str) -> str | None:
        """Return the signer's name, "" for none or one without a name, None where nobody can tell."""
        if not self.place.live or not path.startswith("/"):
            return None
        if path not in self._known and len(self._known) < MOST_ASKED:
            self._known[path] = self._asked(path)
        return self._known.get(path)

    def _asked(self, path: str) -> str | None:
        ran = self.run("codesign", "-dv", "--verbose=2", path, seconds=SECONDS)
        if ran.ended is not Ended.FINISHED:
            return None
        said = ran.err.decode("utf-8", "replace")
        for line in said.splitlines():
            if line.startswith("Authority="):
                return line.removeprefix("Authority=").removeprefix(_BEGINS).rpartition(" (")[0] or line
        return "" if "not signed" in said or "Signature=adhoc" in said else None
