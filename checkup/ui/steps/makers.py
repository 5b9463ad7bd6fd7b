"""How the conductor of each step is made; each is loaded when its step is first entered."""

from checkup.flow.place import StepId
from checkup.ui.conductor import Conductor
from checkup.ui.desk import Desk
from checkup.ui.window import Makers


def makers() -> Makers:
    """Return the maker of every step's conductor."""
    return {
        StepId.PLAN: _plan,
    }


def _plan(desk: Desk) -> Conductor:
    from checkup.content.plan_steps import load_rules
    from checkup.content.services import Services
    from checkup.ui.steps.plan import PlanConductor

    return PlanConductor(desk, load_rules(), Services())
