"""Reads an export as the page does, and says how long it took, how long its view took, and the peak.

Times are those of this process alone, user and system: others that load the machine don't count.
"""

import sys
import time
from pathlib import Path

from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.sign_ins import read_exports, took
from checkup.flow.sign_ins_view import exports_view
from checkup.model.sign_in import SignInHistory
from checkup.model.stop import Stop
from checkup.model.visit import Visit
from tests.bench.answer import answer, peak_memory


def main(words: list[str]) -> None:
    began = time.process_time()
    visit = Visit(id="v", began="")
    for event in read_exports([Path(words[0])], Stop()):
        if isinstance(event, SignInHistory):
            visit = took(visit, event)
    read = time.process_time()
    exports_view(visit, Services(), Texts(Language.ENGLISH))
    seen = time.process_time()
    answer(took=read - began, view=(seen - read) * 1000, memory=peak_memory())


if __name__ == "__main__":
    main(sys.argv[1:])
