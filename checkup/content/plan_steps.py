"""The rules of resources/plan: loaded when asked for, and held against what no plan may break."""

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from checkup.content.root import resource
from checkup.model.step import Stage
from checkup.model.step_rule import StepRule
from checkup.model.value import Value


class BrokenPlanSteps(Exception):
    """A file of resources/plan does not hold what a rule needs; `file` and `fault` say which."""

    def __init__(self, file: str, fault: str) -> None:
        super().__init__(file, fault)
        self.file = file
        self.fault = fault


class _File(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    steps: tuple[StepRule, ...]


def _folder() -> Path:
    return resource("plan")


def load_rules(folder: Callable[[], Path] = _folder) -> tuple[StepRule, ...]:
    """Return all rules, by stage and then as they stand in the files; raises BrokenPlanSteps."""
    files = {path.name: _read(path) for path in sorted(folder().glob("*.toml"))}
    rules = tuple(rule for read in files.values() for rule in read)
    for name, read in files.items():
        for rule in read:
            if fault := _fault(rule, rules):
                raise BrokenPlanSteps(name, f"{rule.id}: {fault}")
    stages = tuple(Stage)
    return tuple(sorted(rules, key=lambda rule: stages.index(rule.stage)))


def before(rule: StepRule, rules: Iterable[StepRule]) -> frozenset[str]:
    """Return the ids of all rules that come before one, directly or by way of others."""
    by_id = {one.id: one for one in rules}
    found: set[str] = set()
    ahead = list(rule.after)
    while ahead:
        if (name := ahead.pop()) not in found and name in by_id:
            found.add(name)
            ahead += by_id[name].after
    return frozenset(found)


def _read(path: Path) -> tuple[StepRule, ...]:
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), _File).steps
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as fault:
        raise BrokenPlanSteps(path.name, str(fault)) from fault


def _fault(rule: StepRule, rules: tuple[StepRule, ...]) -> str:
    """Return what is wrong with a rule among the others; "" for nothing."""
    by_id = {one.id: one for one in rules}
    stages = tuple(Stage)
    if sum(one.id == rule.id for one in rules) > 1:
        return "two rules have this id"
    if unknown := [name for name in rule.after if name not in by_id]:
        return f"no rule is called {unknown[0]}"
    if late := [one for one in rule.after if stages.index(by_id[one].stage) > stages.index(rule.stage)]:
        return f"{late[0]} stands in a later stage"
    if rule.id in before(rule, rules):
        return "it comes before itself"
    return _condition_fault(rule) or _order_fault(rule, rules)


def _condition_fault(rule: StepRule) -> str:
    on_things = rule.findings or rule.accounts
    on_other = rule.always or rule.no_look or rule.no_accounts or rule.device or rule.replies or rule.gaps
    if not on_things and not on_other:
        return "nothing puts it into a plan"
    if rule.each and (not on_things or on_other):
        return "one step for each needs findings or accounts, and nothing else"
    return ""


def _order_fault(rule: StepRule, rules: tuple[StepRule, ...]) -> str:
    """Say what a change lacks: it waits for talking and, where it can destroy evidence, for keeping it."""
    if rule.stage is not Stage.CHANGE:
        return ""
    earlier = before(rule, rules)
    stages = {one.stage for one in rules if one.id in earlier}
    if Stage.SAFETY not in stages:
        return "a change with no step for a place and people before it"
    if (rule.findings or rule.accounts) and Stage.EVIDENCE not in stages:
        return "a change with no evidence kept before it"
    return ""
