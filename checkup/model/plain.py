"""What is shown and never written: frozen, fields given by name, equality by content, as a Value is.

The first page of the window is made of these, so that it need not wait until what reads and writes
a record is loaded. Whatever goes into a record or to the command line's JSON is a Value.
"""

from typing import ClassVar, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Plain:
    """The base; the fields are the class's annotations, and what is assigned there their defaults.

    Raises TypeError where a field is unknown or missing, AttributeError where one is changed.
    """

    _names: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._names = (*cls._names, *cls.__annotations__)

    def __init__(self, **given: object) -> None:
        known = set(self._names)
        missing = [name for name in self._names if name not in given and not hasattr(type(self), name)]
        if missing or not given.keys() <= known:
            raise TypeError(
                f"{type(self).__name__}: {sorted(given.keys() - known)} unknown, {missing} missing"
            )
        self.__dict__.update(given)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)

    def __delattr__(self, name: str) -> None:
        raise AttributeError(name)

    def _content(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self._names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plain) and type(self) is type(other) and self._content() == other._content()

    def __hash__(self) -> int:
        return hash((type(self), self._content()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._names)
        return f"{type(self).__name__}({fields})"
