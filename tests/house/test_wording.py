"""The words claim, blame and frighten nobody; where a listed word is right, wording.toml says why."""

import re
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from checkup.content.texts import Language

LIST = tomllib.loads(Path(__file__).with_name("wording.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Allowance:
    """A place where a listed word is right: a key, a phrase around the word, and the reason."""

    key: str
    phrase: str
    reason: str

    def covers(self, key: str, text: str, match: re.Match[str]) -> bool:
        """Whether the word found lies within the phrase, at a key this is for."""
        if not fnmatchcase(key, self.key):
            return False
        return any(
            around.start() <= match.start() and match.end() <= around.end()
            for around in re.finditer(self.phrase, text, re.IGNORECASE)
        )


ALLOWED = {
    language: [
        Allowance(entry.get("key", "*"), entry["phrase"], entry["reason"])
        for entry in LIST[f"allowed_{language}"]
    ]
    for language in Language
}


def claims(language: Language, key: str, text: str) -> list[str]:
    """Return what a text says that it should not, with the reasons."""
    return [
        f"{match.group()}: {rule['why']}"
        for rule in LIST[language.value]
        for match in re.finditer(rule["pattern"], text, re.IGNORECASE)
        if not any(allowance.covers(key, text, match) for allowance in ALLOWED[language])
    ]


@pytest.mark.parametrize("language", Language)
def test_no_text_claims_blames_or_frightens(words, language):
    found = {
        key: said for key, text in words[language].leaves.items() if (said := claims(language, key, text))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.ENGLISH, "Your computer is safe."),
        (Language.ENGLISH, "All clear: this phone is clean."),
        (Language.ENGLISH, "You have been hacked!"),
        (Language.ENGLISH, "You must change it immediately."),
        (Language.VIETNAMESE, "Máy của bạn an toàn."),
        (Language.VIETNAMESE, "Bạn phải đổi mật khẩu ngay lập tức."),
        (Language.VIETNAMESE, "Nạn nhân đang bị theo dõi."),
    ],
)
def test_a_claim_is_noticed(language, text):
    assert claims(language, "any.key", text)


@pytest.mark.parametrize("language", Language)
def test_every_allowance_has_a_reason_and_is_used(words, language):
    for allowance in ALLOWED[language]:
        assert len(allowance.reason.split()) >= 3, allowance
        assert any(
            re.search(allowance.phrase, text, re.IGNORECASE)
            for key, text in words[language].leaves.items()
            if fnmatchcase(key, allowance.key)
        ), f"no text needs it: {allowance}"
