"""Accounts signed in on the phone.

References: Accounts3.sqlite (`ZACCOUNT`, `ZACCOUNTTYPE`), iOS 12 to 18.
"""

from collections.abc import Iterator

from checkup.model.iphone import PhoneAccount
from checkup.parse.moment import apple
from checkup.parse.tables import Tables, UnknownColumns, real_number, text

MOST = 20_000


def accounts(tables: Tables, where: str) -> Iterator[PhoneAccount]:
    """Yield every account with a name; raises UnknownColumns, NotDatabase."""
    if not {"ZUSERNAME", "ZACCOUNTTYPE"} <= tables.columns("ZACCOUNT"):
        raise UnknownColumns
    kinds = {
        number: text(name) or text(identifier)
        for number, name, identifier in tables.rows(
            "ZACCOUNTTYPE", "Z_PK", "ZACCOUNTTYPEDESCRIPTION", "ZIDENTIFIER"
        )
    }
    seen: set[tuple[str, str]] = set()
    for kind, who, when in tables.rows("ZACCOUNT", "ZACCOUNTTYPE", "ZUSERNAME", "ZDATE"):
        name = kinds.get(kind, "")
        if text(who) and (name, text(who)) not in seen and len(seen) < MOST:
            seen.add((name, text(who)))
            yield PhoneAccount(kind=name, who=text(who), since=apple(real_number(when)), seen_in=where)
