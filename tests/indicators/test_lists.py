"""Reading the lists: whole or refused, ids unique, every family with its sources."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checkup import indicators
from checkup.content.root import resource
from checkup.indicators.damage import ListDamaged
from checkup.indicators.phone import PHONE_LISTS

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


@pytest.mark.parametrize("name", PHONE_LISTS)
@pytest.mark.parametrize(
    "harm",
    [
        lambda text: text.replace("\ncom.", "\ncom.*", 1),
        lambda text: text.replace("control_domain = '''\n", "control_domain = '''\nno domain\n", 1),
        lambda text: text.replace("\ncontrol_domain", "\ncontol_domain", 1),
        lambda text: text[: len(text) // 2] + "\n[[",
    ],
)
def test_a_phone_list_with_one_value_that_is_none_is_refused_whole(
    tmp_path: Path, name: str, harm: Callable[[str], str]
) -> None:
    for one in (LIST, *PHONE_LISTS):
        (tmp_path / one).write_bytes(resource(f"rules/{one}").read_bytes())
    text = (tmp_path / name).read_text("utf-8")
    assert harm(text) != text
    (tmp_path / name).write_text(harm(text), "utf-8")
    with pytest.raises(ListDamaged) as caught:
        indicators.load(tmp_path)
    assert caught.value.name == name
