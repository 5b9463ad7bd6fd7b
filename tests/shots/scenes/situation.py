"""Your situation: one choice, several choices, own words, and the words for somebody helping."""

from collections.abc import Iterator

from msgspec import structs

from checkup.flow.place import Place, StepId
from checkup.model.reply import Reply
from checkup.model.situation import Company, DeviceSafety
from checkup.ui.app import Program

REPLIES = (
    Reply(question="other_person", choices=("one_person",)),
    Reply(question="who_can_open", choices=("phone_pin", "mail_password")),
)


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    desk = program.desk
    desk.replace(structs.replace(desk.visit, device=DeviceSafety.NOT_SURE, replies=REPLIES))
    for question in ("other_person", "who_can_open", "image_threats", "anything_else"):
        program.window.go(Place(step=StepId.SITUATION, page="question", item=question))
        yield question
    desk.replace(structs.replace(desk.visit, company=Company.WITH_SOMEONE))
    program.window.go(Place(step=StepId.SITUATION, page="question", item="seems_to_know"))
    yield "with-someone"
