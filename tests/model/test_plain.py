"""What is shown only: frozen, named, equal by content, as the values of a record are."""

import pytest

from checkup.model.plain import Plain


class Shown(Plain):
    name: str
    lines: tuple[str, ...] = ()


class Longer(Shown):
    more: int = 0


class Other(Plain):
    name: str
    lines: tuple[str, ...] = ()


def test_the_same_content_is_the_same_value() -> None:
    assert Shown(name="a") == Shown(name="a", lines=())
    assert {Shown(name="a"): 1}[Shown(name="a")] == 1
    assert repr(Shown(name="a")) == "Shown(name='a', lines=())"


def test_other_content_or_another_kind_is_another_value() -> None:
    assert Shown(name="a") != Shown(name="a", lines=("b",))
    assert Shown(name="a") != Other(name="a")
    assert Shown(name="a") != Longer(name="a")
    assert Longer(name="a", more=1) != Longer(name="a")


def test_nothing_can_be_changed_or_taken_away() -> None:
    value = Shown(name="a")
    with pytest.raises(AttributeError):
        value.name = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del value.name
    assert value.name == "a"


def test_a_field_that_is_missing_or_unknown_is_a_slip() -> None:
    with pytest.raises(TypeError):
        Shown()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Shown(name="a", other="b")  # type: ignore[call-arg]
