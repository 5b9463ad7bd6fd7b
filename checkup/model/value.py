"""What every value has in common: frozen, named fields, small when written."""

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """The base of all value types; equality is by content, fields are given by name.

    Unknown fields are ignored on reading, so that an older program opens a newer record.
    """
