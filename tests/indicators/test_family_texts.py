"""Every kind of known program has its words, in both languages."""

import pytest

from checkup.content.texts import Language, Texts
from checkup.indicators.family import FamilyKind


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", FamilyKind)
def test_every_kind_says_what_it_is_and_who_installs_it(language: Language, kind: FamilyKind) -> None:
    texts = Texts(language)
    words = [
        texts.say(f"families.kinds.{kind}.name"),
        texts.say(f"families.kinds.{kind}.what", name="Ví dụ"),
        texts.say(f"families.kinds.{kind}.who"),
    ]
    assert all(words)
    assert "Ví dụ" in words[1]
