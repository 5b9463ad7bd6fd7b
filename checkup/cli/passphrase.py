"""`passphrase`: words drawn by chance, and what they are worth; nothing is kept.

The JSON object holds `passphrase`, its `words`, their `language`, and `bits`, the base-2 logarithm of
how many equally likely passphrases there are.
"""

from argparse import Namespace

from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import FINISHED, CannotRead, NotUnderstood
from checkup.cli.json_output import write_json
from checkup.cli.words import Reader
from checkup.credentials.passphrase import FEWEST, MOST, Passphrase, passphrase, usual_words
from checkup.credentials.wordlists import ListNotWhole
from checkup.flow.passwords_view import worth


def takes(reader: Reader) -> None:
    reader.add_argument("--words", type=int)
    reader.add_argument("--json", action="store_true")


def run(given: Namespace, console: Console) -> int:
    language = console.texts.language
    count = usual_words(language) if given.words is None else given.words
    if not FEWEST <= count <= MOST:
        raise NotUnderstood("words_range", fewest=FEWEST, most=MOST)
    try:
        made = passphrase(language, count)
    except ListNotWhole as error:
        raise CannotRead("word_list") from error
    if given.json:
        bits = round(made.bits, 1)
        write_json(
            console, "passphrase", passphrase=made.text, words=made.words, language=language.value, bits=bits
        )
    else:
        _write(made, console)
    return FINISHED


def _write(made: Passphrase, console: Console) -> None:
    """Write it alone on its line, so that `--quiet` gives nothing else."""
    console.line(made.text)
    if not console.quiet:
        console.line()
        console.paragraph(worth(made, console.texts))


COMMAND = Command(name="passphrase", takes=takes, run=run)
