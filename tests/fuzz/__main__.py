"""Fuzzes by hand: `python -m tests.fuzz --seconds 60 [NAME...]`; a name's beginning is enough.

With `--coverage`, and atheris in the environment, the inputs follow what the parser does with them;
that runs one target, the first that is named.
"""

import argparse
import sys

from tests.fuzz.all_targets import TARGETS
from tests.fuzz.fuzzing import Fall, fall_of, fuzz, kept
from tests.fuzz.target import Target


def main(words: list[str]) -> int:
    """Fuzz the named targets, or all; return 1 where one fell."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--coverage", action="store_true")
    parser.add_argument("names", nargs="*")
    given = parser.parse_args(words)
    chosen = [one for one in TARGETS if not given.names or one.name.startswith(tuple(given.names))]
    if given.coverage:
        _followed(chosen[0], given.seconds)
    fell = [_told(one, given.seconds, given.seed) for one in chosen]
    return int(any(fell))


def _told(target: Target, seconds: float, seed: int) -> bool:
    done = fuzz(target, seconds, seed)
    print(f"{target.name:28} {done.runs:9} runs, slowest {done.slowest:.2f} s", flush=True)  # noqa: T201
    if done.fall is not None:
        print(f"  fell: {kept(target, done.fall)}\n{done.fall.why}", flush=True)  # noqa: T201
    return done.fall is not None


def _followed(target: Target, seconds: float) -> None:
    import atheris

    def one(data: bytes) -> None:
        fall = fall_of(target, data)
        if fall is not None:
            print(f"  fell: {kept(target, Fall(data, fall.why))}\n{fall.why}", flush=True)  # noqa: T201
            raise AssertionError

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={int(seconds)}", "-max_len=65536"], one)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
