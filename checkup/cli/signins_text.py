"""The result of `signins` as text for a person: devices first, then attempts and what could not be read."""

from checkup.cli.console import Console
from checkup.content.services import Services
from checkup.flow.sign_in_words import SignInWords
from checkup.model.shown import shown
from checkup.model.sign_in import SignInGroup, SignInHistory

MOST_GROUPS = 60
MOST_UNREAD = 20


def write_signins_text(console: Console, history: SignInHistory) -> None:
    """Write counts, groups, what could not be read, and what it is not."""
    say = console.texts.say
    words = SignInWords(console.texts, Services())
    total = sum(count for _, count in history.read)
    console.paragraph(console.texts.count("cli.signins.head", total))
    if not total:
        console.paragraph(say("signins.page.nothing"))
    for service, count in history.read:
        console.paragraph(
            say("cli.signins.service", service=words.service(service), count=count), indent=2, hang=4
        )
    for group in history.groups[:MOST_GROUPS]:
        _group(console, words, group)
    more = len(history.groups) - MOST_GROUPS + history.left_out
    if more > 0:
        console.paragraph(console.texts.count("cli.scan.more", more), indent=2)
    _unread(console, history)
    console.line()
    console.paragraph(say("signins.home_note"))
    console.paragraph(say("signins.place_note"))
    console.paragraph(say("cli.scan.not_proof"))


def _group(console: Console, words: SignInWords, group: SignInGroup) -> None:
    say = console.texts.say
    console.line()
    console.paragraph(words.name(group), hang=2)
    console.paragraph(
        say("cli.signins.in_services", services=words.services(group), span=words.span(group)),
        indent=2,
        hang=4,
    )
    console.paragraph(words.count(group), indent=2)
    if group.failed:
        console.paragraph(console.texts.count("signins.failed", group.failed), indent=2)
    for line in words.addresses(group):
        console.paragraph(line, indent=2, hang=4)


def _unread(console: Console, history: SignInHistory) -> None:
    if not history.unread:
        return
    console.line()
    console.paragraph(console.texts.say("signins.unread_title"))
    for one in history.unread[:MOST_UNREAD]:
        cause = console.texts.say(f"causes.{one.reason.value}")
        console.paragraph(
            console.texts.say("signins.unread_row", where=shown(one.where), count=one.count, cause=cause),
            indent=2,
            hang=4,
        )
    if (more := len(history.unread) - MOST_UNREAD) > 0:
        console.paragraph(console.texts.count("cli.scan.more", more), indent=2)
