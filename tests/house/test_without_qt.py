"""The core is of use without a window system: it imports, and the command line starts, with no Qt at all."""

import json
import subprocess
import sys

BLOCKED = """
import importlib, json, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("Qt is asked for: " + name)

sys.meta_path.insert(0, NoQt())
"""
IMPORT_ALL = """
failed = {}
for name in json.loads(sys.argv[1]):
    try:
        importlib.import_module(name)
    except ImportError as error:
        failed[name] = str(error)
print(json.dumps(failed))
"""
START = """
sys.argv = ["checkup", *sys.argv[1:]]
from checkup.__main__ import main
sys.exit(main())
"""


def python(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BLOCKED + code, *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )


def test_everything_but_the_window_imports_without_qt(sources):
    names = [source.module for source in sources if not source.name.startswith("ui/")]

    ended = python(IMPORT_ALL, json.dumps(names))

    assert json.loads(ended.stdout) == {}


def test_the_block_holds():
    assert "Qt is asked for" in python("import PySide6.QtCore").stderr
