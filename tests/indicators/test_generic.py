"""The rules without a maker's name."""

from pathlib import Path

import pytest

from checkup.content.root import resource
from checkup.indicators.damage import ListDamaged
from checkup.indicators.generic import load_rules
from checkup.model.finding import Level


def test_every_rule_has_sources_and_a_level_that_is_a_sign_or_a_question() -> None:
    rules = load_rules(resource("rules"))
    assert "system-name-outside-system" in rules
    for rule in rules.values():
        assert rule.sources, rule.id
        assert rule.level in {Level.STRONG, Level.ASK}, rule.id
        assert rule.systems, rule.id


def test_damaged_rules_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "generic.toml").write_text("rule = 3", "utf-8")
    with pytest.raises(ListDamaged):
        load_rules(tmp_path)
