"""The pictures kept as evidence, as files to take along: each byte for byte, and a list of them."""

from checkup.content.services import Services
from checkup.content.texts import Texts
from checkup.flow.account_choice import title_of
from checkup.flow.evidence_view import picture_detail, picture_name
from checkup.model.picture import Picture, PictureKind
from checkup.model.shown import shown
from checkup.model.visit import Visit
from checkup.report.pictures import TakenFile

SUFFIXES = {
    PictureKind.PNG: ".png",
    PictureKind.JPEG: ".jpg",
    PictureKind.WEBP: ".webp",
    PictureKind.HEIC: ".heic",
}


def taken_files(visit: Visit, services: Services, texts: Texts, when: str) -> tuple[TakenFile, ...]:
    """Return the files; their names are ours, as names from outside steer nothing. `when` is in words."""
    say = texts.say
    files: list[TakenFile] = []
    parts = [say("evidence.take.list_head", when=when), say("evidence.take.list_about")]
    for number, one in enumerate(visit.pictures, start=1):
        name = say("evidence.take.file_name", number=f"{number:02}") + SUFFIXES[one.kind]
        if one.data:
            files.append(TakenFile(name=name, data=one.data))
        parts.append("\n".join(_lines(one, name, services, texts)))
    text = "\n\n".join(parts) + "\n"
    return (*files, TakenFile(name=say("evidence.take.list_name") + ".txt", data=text.encode()))


def _lines(one: Picture, name: str, services: Services, texts: Texts) -> list[str]:
    say = texts.say
    account = title_of(services, texts, one.service)
    lines = [
        name,
        f"SHA-256: {one.sha256}",
        picture_detail(one, texts),
        say("evidence.take.list_account", account=shown(account)),
        say("evidence.take.list_name_was", name=picture_name(one, texts)),
    ]
    if one.session:
        lines.append(say("evidence.take.list_shows", session=shown(one.session)))
    if not one.data:
        lines.append(say("evidence.take.list_lost"))
    return lines
