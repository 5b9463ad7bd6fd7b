"""The guided looks: every one has words in both languages, answers real checks, and is told apart."""

import tomllib

import pytest

from checkup.checks.computer import COMPUTER_CHECKS
from checkup.content.guided_looks import BrokenLook, load_looks, looks_on
from checkup.content.root import resource
from checkup.content.texts import Language, Texts
from checkup.model.guided_look import LookOn

LOOKS = load_looks()
NAMES = ("Google", "Zalo", "Safari", "[", "your ", "ảnh của bạn", "tài khoản ở trên cùng")
WITHOUT_MENUS = {
    "windows_plug", "macos_plug", "linux_plug", "android_bank_app", "android_zalo_location",
}  # fmt: skip
UNDATED = ("infopackets", "apple-privacy")


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


@pytest.mark.parametrize("language", Language)
def test_every_menu_word_stands_in_the_texts_of_its_look(language):
    texts = Texts(language)
    for look in LOOKS:
        said = texts.say(f"looks.{look.id}.path") + texts.say(f"looks.{look.id}.what")
        for word in look.words:
            assert (word.vi if language is Language.VIETNAMESE else word.en) in said, (look.id, word)


@pytest.mark.parametrize("language", Language)
def test_every_step_of_a_path_is_a_listed_menu_word(language):
    texts = Texts(language)
    for look in (one for one in LOOKS if one.words):
        words = [word.vi if language is Language.VIETNAMESE else word.en for word in look.words]
        for step in texts.say(f"looks.{look.id}.path").split(" > "):
            assert any(word in step for word in words) or step.startswith(NAMES), (look.id, step)


def test_the_words_of_a_look_without_menus_are_none():
    assert {look.id for look in LOOKS if not look.words} == WITHOUT_MENUS


def test_every_source_says_when_it_was_read_or_of_when_it_is():
    for path in resource("looks").glob("*.toml"):
        for name, source in tomllib.loads(path.read_text("utf-8"))["sources"].items():
            assert "20" in source or name in UNDATED, name


def test_only_the_looks_of_a_device_are_given():
    assert all(look.on is LookOn.IPHONE for look in looks_on(LookOn.IPHONE))


@pytest.mark.parametrize(
    "text",
    [
        "looks = 3",
        '[[looks]]\nid = "a"\non = "toaster"\nof = "x"',
        '[[looks]]\nid = "a"\non = "linux"\nof = "x"\n' * 2,
        '[[looks]]\nid = "a"\non = "linux"\nof = "x"\nextra = 1',
        '[[looks]]\nid = "a"\non = "linux"\nof = "x"\nwords = [{ en = "A", vi = "B", en_from = "nowhere" }]',
        "[[looks",
    ],
)
def test_a_broken_file_is_named(tmp_path, text):
    (tmp_path / "1.toml").write_text(text)

    with pytest.raises(BrokenLook) as caught:
        load_looks(lambda: tmp_path)

    assert caught.value.file == "1.toml"
