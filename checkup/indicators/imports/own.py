"""Lists in the project's own form, as a centre may write and sign them: see resources/rules/phone-*.toml."""

from checkup.indicators.damage import ListDamaged
from checkup.indicators.imports.building import MOST_VALUES
from checkup.indicators.imports.outcome import Imported, NotTaken, Why
from checkup.indicators.phone import phone_list


def read_own(text: str) -> Imported:
    """Return the list of a text; one wrong value and it is not taken. Raises NotTaken."""
    try:
        found = phone_list(text)
    except ListDamaged as error:
        raise NotTaken(Why.NOT_WHOLE, error.reason) from error
    if not found.count:
        raise NotTaken(Why.EMPTY)
    if found.count > MOST_VALUES:
        raise NotTaken(Why.TOO_LARGE)
    return Imported(list=found)
