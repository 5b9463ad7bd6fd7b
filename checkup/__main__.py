"""Starts the command line or the window: a command means the first, no command the second."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the program with these words (default: those it was started with); return the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    from checkup.cli.opening import opens_window

    if opens_window(words):
        _prepare()
        from checkup.ui.app import main as open_window

        return open_window(words)
    from checkup.cli.main import run_command

    return run_command(words)


def _prepare() -> None:
    """Load what the window needs of the core, so that the first page comes sooner.

    Qt for Python reads the source of every module that is loaded after it; and while the parts are
    made there is nothing to collect. The window begins collecting again once it is painted.
    """
    import gc

    gc.disable()
    # ruff: noqa: F401 - all loaded for later, before Qt
    import checkup.flow.keeping
    import checkup.flow.offline
    import checkup.flow.routes
    import checkup.flow.start_view
    import checkup.model.begun


if __name__ == "__main__":
    sys.exit(main())
