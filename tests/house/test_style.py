"""How every file of the program is written: one idea a file, nothing done on import, few ways to fail."""

import ast

import pytest

LONGEST = 300

# The only places that answer any error; each turns it into something the person sees.
ANSWERS_EVERYTHING = {"scan/run.py", "ui/bridge.py", "cli/main.py"}

ONLY_IN = {
    "subprocess": {"collect/run.py"},
    "socket": {"network.py"},
    "ssl": {"network.py"},
    "http": {"network.py"},
    "urllib.request": {"network.py"},
    "urllib3": {"network.py"},
    "requests": {"network.py"},
    "ftplib": set(),
    "smtplib": set(),
    "asyncio": set(),
    "multiprocessing": set(),
    "pickle": set(),
    "marshal": set(),
    "shelve": set(),
    "pty": set(),
    "PySide6.QtNetwork": set(),
    "PySide6.QtWebEngineWidgets": set(),
}
FORBIDDEN_CALLS = {
    "eval",
    "exec",
    "__import__",
    "os.system",
    "os.popen",
    "os.startfile",
    "os.execv",
    "os.spawnv",
}
FORBIDDEN_NAMES = {"QSettings", "QNetworkAccessManager", "QFileSystemModel"}
WEAK_NAMES = {"util", "utils", "helper", "helpers", "manager", "common", "misc", "base", "tools"}
STATEMENTS_OF_A_MODULE = (
    ast.Import,
    ast.ImportFrom,
    ast.Assign,
    ast.AnnAssign,
    ast.FunctionDef,
    ast.ClassDef,
    ast.If,
)


def imported(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def calls(tree: ast.Module) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_there_are_files_to_look_at(sources):
    assert len(sources) > 30


def test_every_file_says_which_idea_it_holds(sources):
    assert [source.name for source in sources if not ast.get_docstring(source.tree)] == []


def test_no_file_is_longer_than_three_hundred_lines(sources):
    long = {source.name: lines for source in sources if (lines := source.text.count("\n")) > LONGEST}
    assert long == {}, "split where the file holds two ideas"


def test_names_are_subjects(sources):
    weak = [source.name for source in sources if WEAK_NAMES & set(source.module.split("."))]
    assert weak == []


@pytest.mark.parametrize(("module", "places"), ONLY_IN.items(), ids=list(ONLY_IN))
def test_a_module_with_reach_is_imported_where_it_is_guarded(sources, module, places):
    found = {
        source.name
        for source in sources
        if any(name == module or name.startswith(f"{module}.") for name in imported(source.tree))
    }
    assert found <= places


def test_no_text_is_run_as_code_and_no_shell_is_started(sources):
    found = []
    for source in sources:
        for call in calls(source.tree):
            if ast.unparse(call.func) in FORBIDDEN_CALLS:
                found.append(f"{source.name}:{call.lineno} {ast.unparse(call.func)}")
            found += [
                f"{source.name}:{call.lineno} shell"
                for word in call.keywords
                if ast.unparse(word) == "shell=True"
            ]
    assert found == []


def test_nothing_that_stores_or_connects_by_itself_is_used(sources):
    found = [
        f"{source.name}:{node.lineno} {node.id}"
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Name) and node.id in FORBIDDEN_NAMES
    ]
    assert found == []


def test_only_the_named_places_answer_every_error(sources):
    found = {
        source.name
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler) and answers_everything(node)
    }
    assert found == ANSWERS_EVERYTHING


def answers_everything(handler: ast.ExceptHandler) -> bool:
    """Whether a handler takes any error; one that tidies up and raises it again does not."""
    if isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None:
        return False
    kinds = ast.walk(handler.type) if handler.type else [ast.Name("Exception")]
    return any(isinstance(kind, ast.Name) and kind.id in ("Exception", "BaseException") for kind in kinds)


def test_nothing_is_done_on_import(sources):
    found = []
    for source in sources:
        body = source.tree.body[1:] if ast.get_docstring(source.tree) else source.tree.body
        for node in body:
            is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            if not is_docstring and not isinstance(node, STATEMENTS_OF_A_MODULE):
                found.append(f"{source.name}:{node.lineno}")
    assert found == []


def test_no_module_keeps_state(sources):
    found = [
        f"{source.name}:{node.lineno}"
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Global)
    ]
    assert found == []


def test_every_silenced_rule_has_a_reason(sources):
    found = [
        f"{source.name}:{number}"
        for source in sources
        for number, line in enumerate(source.text.splitlines(), 1)
        if "# noqa" in line and (" - " not in line.partition("# noqa:")[2])
    ]
    assert found == []
