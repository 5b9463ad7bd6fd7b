"""Starts the command line or the window: a command means the first, no command the second."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the program with these words (default: those it was started with); return the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    from checkup.cli.words import opens_window

    if opens_window(words):
        from checkup.ui.app import main as open_window

        return open_window(words)
    from checkup.cli.main import run_command

    return run_command(words)


if __name__ == "__main__":
    sys.exit(main())
