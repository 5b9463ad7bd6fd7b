"""Messengers that know a person by their number alone: there is no password, so none is drawn or changed.

Whoever gets the codes of the number is in. A second step that can be switched on counts as a guard only
where the number never outlasts it: with most, who has the number need only wait some days.
"""

from checkup.access.draft import Draft, Known, told
from checkup.model.access_map import How, ThingKind
from checkup.model.inventory import ME
from checkup.model.service import ByNumber, Outlives, Service
from checkup.model.visit import Visit

SIM, OTHER = "sim", "other"


def code_id(service: str) -> str:
    """Return the id of what a messenger asks for on a new device beside the code."""
    return f"code:{service}"


def draw_by_number(
    draft: Draft, visit: Visit, service: Service, account: str, by: ByNumber, mailboxes: tuple[str, ...]
) -> None:
    """Put in the ways into such an account; `mailboxes` are accounts through which one may get back in."""
    known = Known.YES if Outlives.PHONE_NUMBER in service.outlives else Known.PERHAPS
    code = _draw_code(draft, visit, service, account) if by.guards else ""
    draft.way(account, (SIM,), How.NUMBER, known, two_step=(code,) if code else ())
    for mailbox in mailboxes:
        needs = (SIM, mailbox) if code else (mailbox,)
        draft.way(account, needs, How.OWN_RECOVERY, Known.PERHAPS)


def _draw_code(draft: Draft, visit: Visit, service: Service, account: str) -> str:
    code = draft.thing(code_id(service.id), ThingKind.SECOND_FACTOR, of=account)
    draft.holds(ME, code)
    if any(one.two_step and one.is_so and one.thing == account for one in visit.access_told):
        # It is on already: whether others know it, only the person can tell.
        others = told(visit, "who_can_open", ("other_passwords",))
        draft.holds(OTHER, code, Known.NO if others is Known.NO else Known.PERHAPS)
    return code
