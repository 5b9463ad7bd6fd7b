"""Who can get in, as a sheet to print: the list of doors and the changes, without names unless chosen."""

from checkup.content.texts import Texts
from checkup.flow.access_view import MapView
from checkup.report.sheet import Sheet, SheetStage, SheetStep


def access_sheet(view: MapView, texts: Texts, when: str) -> Sheet:
    """Return the sheet of a map's page; `when` is the moment in words of the language."""
    say = texts.say
    people = tuple(
        SheetStage(
            title=person.title,
            about="",
            steps=tuple(
                SheetStep(
                    mark="–",
                    title=row.title,
                    how=" ".join(row.proof),
                    notice=row.badge,
                    place=person.title,
                )
                for row in person.rows
            ),
        )
        for person in view.people
    )
    changes = SheetStage(
        title=say("access.sheet.changes"),
        about=view.changes_about,
        steps=tuple(
            SheetStep(
                mark=f"{number}.",
                title=row.title,
                how=" ".join(row.closes),
                notice=say("access.cli.noticed", noticed=row.badge),
                place=say("access.sheet.title"),
            )
            for number, row in enumerate(view.changes, 1)
        ),
    )
    return Sheet(
        language=texts.language.value,
        title=say("access.sheet.title"),
        as_of=say("access.sheet.as_of", when=when),
        notice=say("access.sheet.notice"),
        count=texts.count("access.sheet.count", len(view.changes)),
        stages=(*people, changes),
        foot=view.not_whole,
    )
