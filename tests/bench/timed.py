"""Runs one command and says what all of it took; loads next to nothing, for its memory counts too.

`python timed.py FILE WORD...` writes seconds by the clock, seconds of the processor and MiB at most.
"""

import os
import sys
import time


def main(target: str, words: list[str]) -> int:
    began = time.perf_counter()
    nothing = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, nothing, at) for at in (0, 1)]
    child = os.posix_spawn(words[0], words, os.environ, file_actions=actions)
    _, status, used = os.wait4(child, 0)
    took = time.perf_counter() - began
    most = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    with open(target, "w", encoding="ascii") as file:  # noqa: PTH123 - pathlib is not loaded for this
        file.write(f"{took} {used.ru_utime + used.ru_stime} {most}")
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
