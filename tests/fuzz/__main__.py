"""Fuzzes by hand: `python -m tests.fuzz --seconds 60 [NAME...]`; a name's beginning is enough.

With `--coverage`, and atheris in the environment, the inputs follow what the parser does with them;
that runs one target, the first that is named.
"""

import argparse
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path


def main(words: list[str]) -> int:
    """Fuzz the named targets, or all; return 1 where one fell."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--coverage", action="store_true")
    parser.add_argument("names", nargs="*")
    given = parser.parse_args(words)
    with _followed(given.coverage):
        from tests.fuzz.all_targets import TARGETS
    from tests.fuzz.fuzzing import fuzz, kept

    chosen = [one for one in TARGETS if not given.names or one.name.startswith(tuple(given.names))]
    if given.coverage:
        _follow(chosen[0], given.seconds)
    fell = 0
    for target in chosen:
        done = fuzz(target, given.seconds, given.seed)
        print(f"{target.name:28} {done.runs:9} runs, slowest {done.slowest:.2f} s", flush=True)  # noqa: T201
        if done.fall is not None:
            fell += 1
            print(f"  fell: {kept(target, done.fall)}\n{done.fall.why}", flush=True)  # noqa: T201
    return int(fell > 0)


def _followed(is_wanted: bool):
    """Let atheris see which branches of the parsers an input takes, where that is wanted."""
    if not is_wanted:
        return nullcontext()
    import atheris

    return atheris.instrument_imports(include=["checkup.parse"])


def _follow(target, seconds: float) -> None:
    """Fuzz one target with atheris, which ends the program."""
    import atheris

    from tests.fuzz.fuzzing import Fall, kept

    def one(data: bytes) -> None:
        try:
            target.tried(data)
        except BaseException:
            print(f"  fell: {kept(target, Fall(data, ''))}", flush=True)  # noqa: T201
            raise

    seeds = Path(tempfile.mkdtemp())
    for number, seed in enumerate(target.seeds):
        (seeds / str(number)).write_bytes(seed)
    limits = (f"-max_total_time={int(seconds)}", "-max_len=70000", "-timeout=20", "-print_final_stats=1")
    atheris.Setup([sys.argv[0], *limits, str(seeds)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
