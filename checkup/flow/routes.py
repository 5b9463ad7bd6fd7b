"""Which pages each step has for a visit: the steps' routes, in the order of the rail.

Each is loaded when its step is first asked for, so that the first page need not wait for the rest.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checkup.flow.place import Place, StepId
from checkup.flow.start import route as start_route
from checkup.flow.walk import Route

if TYPE_CHECKING:
    from checkup.model.visit import Visit


def routes() -> Mapping[StepId, Route]:
    """Return the route of every step that is built."""
    return {
        StepId.START: start_route,
        StepId.SITUATION: _situation(),
        StepId.COMPUTER: _computer(),
        StepId.PHONE: _phone(),
        StepId.ACCOUNTS: _accounts(),
        StepId.ACCESS: _access,
        StepId.PASSWORDS: _passwords,
        StepId.PLAN: _plan,
    }


def _situation() -> Route:
    made: list[Route] = []

    def route(visit: "Visit") -> tuple[Place, ...]:
        if not made:
            from checkup.content.questions import load_questions
            from checkup.flow.situation import situation_route

            made.append(situation_route(load_questions()))
        return made[0](visit)

    return route


def _computer() -> Route:
    made: list[Route] = []

    def route(visit: "Visit") -> tuple[Place, ...]:
        if not made:
            from checkup.content.guided_looks import load_looks
            from checkup.flow.computer import computer_route

            made.append(computer_route(load_looks()))
        return made[0](visit)

    return route


def _phone() -> Route:
    made: list[Route] = []

    def route(visit: "Visit") -> tuple[Place, ...]:
        if not made:
            from checkup.content.guided_looks import load_looks
            from checkup.flow.phone import phone_route

            made.append(phone_route(load_looks()))
        return made[0](visit)

    return route


def _accounts() -> Route:
    made: list[Route] = []

    def route(visit: "Visit") -> tuple[Place, ...]:
        if not made:
            from checkup.content.services import Services
            from checkup.flow.accounts import accounts_route

            made.append(accounts_route(Services()))
        return made[0](visit)

    return route


def _access(visit: "Visit") -> tuple[Place, ...]:
    from checkup.flow.access import route

    return route(visit)


def _passwords(visit: "Visit") -> tuple[Place, ...]:
    from checkup.flow.passwords import route

    return route(visit)


def _plan(visit: "Visit") -> tuple[Place, ...]:
    from checkup.flow.plan import route

    return route(visit)
