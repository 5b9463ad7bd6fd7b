"""Reading the lists: whole or refused, ids unique, every family with its sources."""

from pathlib import Path

import pytest

from checkup import indicators
from checkup.content.root import resource
from checkup.indicators.lists import ListDamaged

LIST = "desktop-families.toml"


def test_every_family_has_an_id_of_its_own_and_a_source() -> None:
    known = indicators.load(resource("rules"))
    assert known.count == len({family.id for family in known.families}) > 100
    for family in known.families:
        assert family.name.strip(), family.id
        assert family.sources, family.id
        assert family.platforms, family.id
        assert family.list_name.startswith("built-in list "), family.id


def test_the_id_of_every_family_is_written_once() -> None:
    text = resource(f"rules/{LIST}").read_text("utf-8")
    ids = [line for line in text.splitlines() if line.startswith("id = ")]
    assert len(ids) == len(set(ids)) == indicators.load(resource("rules")).count


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not toml [",
        'name = "x"\nas_of = "2026"\n[[family]]\nid = "a"',
        'name = "x"\nas_of = "2026"\nfamily = []\nsurprise = 1',
        'name="x"\nas_of="2026"\n[[family]]\nid="a"\nname="a"\nkind="odd"\nconfidence="high"\nplatforms=[]\nsources=[]',
    ],
)
def test_a_list_that_is_not_whole_is_refused_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / LIST).write_text(text, "utf-8")
    with pytest.raises(ListDamaged) as caught:
        indicators.load(tmp_path)
    assert caught.value.name == LIST


def test_a_missing_list_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ListDamaged):
        indicators.load(tmp_path)
