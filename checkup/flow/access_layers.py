"""In which order the things of a layer stand, so that few lines cross: each near what it is tied to.

References: Sugiyama, Tagawa, Toda, "Methods for Visual Understanding of Hierarchical System Structures",
IEEE Transactions on Systems, Man, and Cybernetics 11 (1981), the barycentre method.
"""

from collections.abc import Iterable

SWEEPS = 4


def ordered(layer_of: dict[str, int], lines: Iterable[tuple[str, str]]) -> list[str]:
    """Return the nodes, layer by layer; those tied to nothing stay where they stood."""
    tied: dict[str, list[str]] = {node: [] for node in layer_of}
    for source, target in lines:
        tied[source].append(target)
        tied[target].append(source)
    layers: dict[int, list[str]] = {}
    for node, layer in layer_of.items():
        layers.setdefault(layer, []).append(node)
    places = _places(layers)
    for sweep in range(SWEEPS):
        is_down = sweep % 2 == 0
        for layer in sorted(layers, reverse=not is_down):
            layers[layer].sort(
                key=lambda node, layer=layer, is_down=is_down: _middle(  # type: ignore[misc]
                    node, [one for one in tied[node] if (layer_of[one] < layer) == is_down], places
                )
            )
            places |= _places({layer: layers[layer]})
    return [node for layer in sorted(layers) for node in layers[layer]]


def _places(layers: dict[int, list[str]]) -> dict[str, float]:
    """Return where each node stands in its layer, from 0 to 1."""
    return {node: (at + 0.5) / len(nodes) for nodes in layers.values() for at, node in enumerate(nodes)}


def _middle(node: str, others: list[str], places: dict[str, float]) -> float:
    return sum(places[one] for one in others) / len(others) if others else places[node]
