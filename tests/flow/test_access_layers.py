"""The order of a layer: what belongs together stands together."""

from hypothesis import given
from hypothesis import strategies as st

from checkup.flow.access_layers import ordered


def test_lines_that_would_cross_do_not():
    layer_of = {"a": 0, "b": 0, "x": 1, "y": 1}
    assert ordered(layer_of, [("a", "y"), ("b", "x")]) in (["a", "b", "y", "x"], ["b", "a", "x", "y"])


def test_what_is_tied_to_nothing_stays():
    assert ordered({"b": 0, "a": 0, "c": 1}, []) == ["b", "a", "c"]


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20))
def test_every_node_stands_once_and_in_its_layer(pairs):
    layer_of = {str(node): node // 3 for node in range(9)}
    found = ordered(layer_of, [(str(one), str(other)) for one, other in pairs])
    assert sorted(found) == sorted(layer_of)
    assert [layer_of[node] for node in found] == sorted(layer_of.values())
