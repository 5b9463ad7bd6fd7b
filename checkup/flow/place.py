"""Where in the walk a person is: a step of the rail, a page in it, and what the page is about."""

from enum import StrEnum

from checkup.model.plain import Plain


class StepId(StrEnum):
    """The steps of the rail, in order. A step that is not built is not a member."""

    START = "start"
    SITUATION = "situation"
    COMPUTER = "computer"
    PHONE = "phone"
    ACCOUNTS = "accounts"
    ACCESS = "access"
    PASSWORDS = "passwords"
    PLAN = "plan"


class Place(Plain):
    """One page of the walk. `item` names what the page is about: a question, a service."""

    step: StepId
    page: str
    item: str = ""
