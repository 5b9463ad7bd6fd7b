"""How the conductor of each step is made; each is loaded when its step is first entered."""

from checkup.flow.place import StepId
from checkup.ui.conductor import Conductor
from checkup.ui.desk import Desk
from checkup.ui.window import Makers


def makers() -> Makers:
    """Return the maker of every step's conductor."""
    return {
        StepId.START: _start,
        StepId.SITUATION: _situation,
        StepId.COMPUTER: _computer,
        StepId.PHONE: _phone,
        StepId.ACCOUNTS: _accounts,
        StepId.ACCESS: _access,
        StepId.PASSWORDS: _passwords,
        StepId.PLAN: _plan,
    }


def _start(desk: Desk) -> Conductor:
    from checkup.ui.steps.start import StartConductor

    return StartConductor(desk)


def _situation(desk: Desk) -> Conductor:
    from checkup.content.questions import load_questions
    from checkup.ui.steps.situation import SituationConductor

    return SituationConductor(desk, load_questions())


def _computer(desk: Desk) -> Conductor:
    from checkup.content.guided_looks import load_looks
    from checkup.ui.steps.computer import ComputerConductor

    return ComputerConductor(desk, looks=load_looks())


def _phone(desk: Desk) -> Conductor:
    from checkup.content.guided_looks import load_looks
    from checkup.ui.steps.phone import PhoneConductor

    return PhoneConductor(desk, load_looks())


def _accounts(desk: Desk) -> Conductor:
    from checkup.content.services import Services
    from checkup.flow.signed_in_look import LookHere
    from checkup.ui.addresses import Addresses
    from checkup.ui.steps.accounts import AccountsConductor

    services = Services()
    return AccountsConductor(desk, services, LookHere(services), Addresses(desk))


def _access(desk: Desk) -> Conductor:
    from checkup.content.services import Services
    from checkup.ui.steps.access import AccessConductor

    return AccessConductor(desk, Services())


def _passwords(desk: Desk) -> Conductor:
    from checkup.ui.steps.passwords import PasswordsConductor

    return PasswordsConductor(desk)


def _plan(desk: Desk) -> Conductor:
    from checkup.content.plan_steps import load_rules
    from checkup.content.questions import load_questions
    from checkup.content.services import Services
    from checkup.ui.steps.plan import PlanConductor

    return PlanConductor(desk, load_rules(), Services(), questions=load_questions())
