"""What is said before everything that was read of exports is forgotten: how much it is, and what stays."""

from checkup.content.services import Services
from checkup.content.texts import Texts
from checkup.flow.sign_in_words import SignInWords
from checkup.flow.sign_ins import forgot
from checkup.model.sign_in import SignInHistory
from checkup.model.visit import Visit


def forget_lines(visit: Visit, services: Services, texts: Texts) -> tuple[str, ...]:
    """Return the paragraphs of the question."""
    history = visit.sign_ins or SignInHistory()
    words = SignInWords(texts, services)
    read = ", ".join(
        texts.say("signins.page.read_row", service=words.service(service), count=count)
        for service, count in history.read
    )
    rows = sum(count for _, count in history.read)
    devices = len(history.groups) + history.left_out
    answers = len(visit.sign_in_answers) - len(forgot(visit).sign_in_answers)
    lines = [
        texts.count("signins.forget.rows", rows, services=read) if rows else "",
        texts.count("signins.forget.devices", devices) if devices else "",
        texts.count("signins.forget.answers", answers) if answers else "",
        texts.say("signins.forget.goes"),
        texts.say("signins.forget.stays"),
    ]
    return tuple(filter(None, lines))
