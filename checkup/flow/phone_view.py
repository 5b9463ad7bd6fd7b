"""What the pages of "Your phone" show before the look: which phone, the guide, where facts come from."""

from pathlib import Path

from checkup.content.texts import Texts
from checkup.flow.phone_look import (
    SOURCES,
    TAKES_FILE,
    TAKES_FOLDER,
    TAKES_PASSWORD,
    CannotLook,
    Source,
    Wanted,
)
from checkup.flow.phone_values import Drawing, GuideCard, GuideView, Option, SourceView, WhichView
from checkup.flow.record_view import Fields
from checkup.model.phone import PhoneKind, WhosePhone
from checkup.model.shown import shown
from checkup.model.value import Value
from checkup.model.visit import Visit

_STEPS = {
    PhoneKind.ANDROID: (Drawing.SETTINGS, Drawing.SWITCH, Drawing.CABLE, Drawing.ALLOW),
    PhoneKind.IPHONE: (Drawing.CABLE, Drawing.ALLOW, Drawing.LOCK),
}
_KEEPS = 3  # lines


class Brought(Value, frozen=True, kw_only=True):
    """What the person chose on the page of sources so far, and what was wrong with the last try."""

    source: Source | None = None
    path: Path | None = None
    serial: str = ""
    serials: tuple[str, ...] = ()
    trouble: CannotLook | None = None
    broke_off: bool = False

    @property
    def wanted(self) -> Wanted | None:
        """What can be looked at now; None where something is still to be chosen."""
        if self.source is Source.CABLE:
            return (
                None if self.serials and not self.serial else Wanted(source=self.source, serial=self.serial)
            )
        if self.source is None or self.path is None:
            return None
        return Wanted(source=self.source, path=self.path)


def which_view(visit: Visit, texts: Texts) -> WhichView:
    """Return the first page."""
    say, choice = texts.say, visit.phone
    return WhichView(
        title=say("phone.which.title"),
        lead=say("phone.which.lead"),
        which_title=say("phone.which.which"),
        which=tuple(
            Option(id=one, label=say(f"phone.kinds.{one}.label"), chosen=one is choice.kind)
            for one in PhoneKind
        ),
        whose_title=say("phone.which.whose") if choice.kind is not PhoneKind.NONE else "",
        whose=tuple(
            Option(id=one, label=say(f"phone.whose.{one}"), chosen=one is choice.whose) for one in WhosePhone
        ),
        lists=say("phone.which.lists"),
    )


def other_view(texts: Texts) -> GuideView:
    """Return the page where it is another person's phone: nothing is looked at."""
    say = texts.say
    cards = tuple(
        GuideCard(title=say(f"phone.other.{part}.title"), lines=(say(f"phone.other.{part}.text"),))
        for part in ("consent", "instead")
    )
    return GuideView(title=say("phone.other.title"), lead=say("phone.other.lead"), cards=cards)


def guide_view(visit: Visit, texts: Texts) -> GuideView:
    """Return the guide: what the phone will show and keep, then what to do, a picture each."""
    say, kind = texts.say, visit.phone.kind or PhoneKind.NONE
    keeps = GuideCard(
        title=say("phone.guide.keeps"),
        lines=tuple(say(f"phone.kinds.{kind}.keeps.{number}") for number in range(1, _KEEPS + 1)),
    )
    steps = tuple(
        GuideCard(
            title=say(f"phone.kinds.{kind}.steps.{drawing}.title"),
            lines=(say(f"phone.kinds.{kind}.steps.{drawing}.text"),),
            drawing=drawing,
        )
        for drawing in _STEPS.get(kind, ())
    )
    return GuideView(
        title=say(f"phone.kinds.{kind}.guide"), lead=say("phone.guide.lead"), cards=(keeps, *steps)
    )


def source_view(visit: Visit, texts: Texts, brought: Brought) -> SourceView:
    """Return the page of sources."""
    say, source = texts.say, brought.source
    return SourceView(
        title=say("phone.source.title"),
        lead=say("phone.source.lead"),
        sources_title=say("phone.source.which"),
        sources=tuple(
            Option(
                id=one,
                label=say(f"phone.sources.{one}.label"),
                detail=say(f"phone.sources.{one}.detail"),
                chosen=one is source,
            )
            for one in SOURCES[visit.phone.kind or PhoneKind.NONE]
        ),
        brought_title=say("phone.source.brought") if source not in (None, Source.CABLE) else "",
        cable=say("phone.source.cable") if source is Source.CABLE else "",
        phones_title=say("phone.source.phones"),
        phones=tuple(
            Option(id=one, label=shown(one), chosen=one == brought.serial) for one in brought.serials
        ),
        choose_file=say("phone.source.file") if source in TAKES_FILE else "",
        choose_folder=say("phone.source.folder") if source in TAKES_FOLDER else "",
        drop=say("phone.source.drop"),
        chosen=say("phone.source.chosen", name=shown(str(brought.path))) if brought.path else "",
        password=_password(texts) if source in TAKES_PASSWORD else None,
        password_about=say("phone.source.password_about"),
        trouble=_trouble(texts, brought),
    )


def _password(texts: Texts) -> Fields:
    say = texts.say
    return Fields(
        field=say("phone.source.password"),
        show=say("phone.source.show"),
        hide=say("phone.source.hide"),
    )


def _trouble(texts: Texts, brought: Brought) -> str:
    """Return what was wrong, as one sentence: the window's own where the command line's fits no window."""
    if brought.broke_off:
        return texts.say("phone.source.trouble")
    if (fault := brought.trouble) is None:
        return ""
    own = f"phone.errors.{fault.key}"
    name = shown(Path(fault.path).name or fault.path)
    return texts.say(own if texts.has(own) else f"cli.errors.{fault.key}", path=name)
