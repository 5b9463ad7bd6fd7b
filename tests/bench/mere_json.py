"""Takes a JSON file in with the standard library, as a whole, and does nothing with it."""

import json
import sys
import time
from pathlib import Path

from tests.bench.answer import answer, peak_memory


def main(words: list[str]) -> None:
    began = time.process_time()
    json.loads(Path(words[0]).read_text("utf-8"))
    answer(took=time.process_time() - began, memory=peak_memory())


if __name__ == "__main__":
    main(sys.argv[1:])
