"""The guided looks: every one has words in both languages, answers real checks, and is told apart."""

import pytest

from checkup.checks.computer import COMPUTER_CHECKS
from checkup.content.guided_looks import BrokenLook, load_looks, looks_on
from checkup.content.texts import Language, Texts
from checkup.model.guided_look import LookOn

LOOKS = load_looks()


def test_every_kind_of_device_has_looks():
    assert {look.on for look in LOOKS} == set(LookOn)


@pytest.mark.parametrize("language", Language)
def test_every_look_has_its_words(language):
    texts = Texts(language)
    for look in LOOKS:
        for part in ("title", "path", "what"):
            assert texts.say(f"looks.{look.id}.{part}")
        assert " > " in texts.say(f"looks.{look.id}.path") or look.id.endswith(("_plug", "_bank_app"))


def test_looks_on_a_computer_answer_checks_of_computers():
    ids = {check.id for check in COMPUTER_CHECKS}
    for look in LOOKS:
        if look.on in (LookOn.WINDOWS, LookOn.MACOS, LookOn.LINUX):
            assert look.checks <= ids, look.id


def test_only_the_looks_of_a_device_are_given():
    assert all(look.on is LookOn.IPHONE for look in looks_on(LookOn.IPHONE))


@pytest.mark.parametrize(
    "text",
    [
        "looks = 3",
        '[[looks]]\nid = "a"\non = "toaster"\nwords_from = "x"',
        '[[looks]]\nid = "a"\non = "linux"\nwords_from = "x"\n' * 2,
        '[[looks]]\nid = "a"\non = "linux"\nwords_from = "x"\nextra = 1',
        "[[looks",
    ],
)
def test_a_broken_file_is_named(tmp_path, text):
    (tmp_path / "1.toml").write_text(text)

    with pytest.raises(BrokenLook) as caught:
        load_looks(lambda: tmp_path)

    assert caught.value.file == "1.toml"
