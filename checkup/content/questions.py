"""The questions of resources/questions: loaded when asked for, and held against each other."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import msgspec

from checkup.content.root import resource
from checkup.model.question import Question, QuestionKind
from checkup.model.value import Value


class BrokenQuestion(Exception):
    """A file of resources/questions does not hold what a question needs; `file` and `fault` say which."""

    def __init__(self, file: str, fault: str) -> None:
        super().__init__(f"{file}: {fault}")
        self.file = file
        self.fault = fault


class _File(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    questions: tuple[Question, ...]


def _folder() -> Path:
    return resource("questions")


def load_questions(folder: Callable[[], Path] = _folder) -> tuple[Question, ...]:
    """Return all questions in the order they are asked; raises BrokenQuestion."""
    asked: dict[str, Question] = {}
    for path in sorted(folder().glob("*.toml")):
        for question in _read(path):
            if fault := _fault(question, asked):
                raise BrokenQuestion(path.name, f"{question.id}: {fault}")
            asked[question.id] = question
    return tuple(asked.values())


def _read(path: Path) -> tuple[Question, ...]:
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), _File).questions
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as fault:
        raise BrokenQuestion(path.name, str(fault)) from fault


def _fault(question: Question, earlier: dict[str, Question]) -> str:
    """Return what is wrong with a question after those before it; "" for nothing."""
    if question.id in earlier:
        return "two questions have this id"
    if len(set(question.options)) != len(question.options):
        return "an option stands twice"
    if bool(question.options) is (question.kind is QuestionKind.FREE):
        return "options belong to questions with choices, and only there"
    if not question.alone <= set(question.options):
        return "what stands alone is not an option"
    return _branch_fault(question, earlier)


def _branch_fault(question: Question, earlier: dict[str, Question]) -> str:
    for one in (*question.when, *question.unless):
        if one.question not in earlier:
            return f"no earlier question is called {one.question}"
        if not one.choices or not one.choices <= set(earlier[one.question].options):
            return f"{one.question} has no such option"
    return ""
