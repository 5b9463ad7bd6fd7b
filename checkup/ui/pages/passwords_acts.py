"""What a person does on the page "Passwords"; what was typed never shows itself."""

from checkup.model.value import Value


class GoOnAsked(Value, frozen=True, kw_only=True):
    """The person goes on here, knowing why they might not."""


class MakeAsked(Value, frozen=True, kw_only=True):
    """A new passphrase is wanted."""


class CopyPassphrase(Value, frozen=True, kw_only=True):
    """The passphrase shown is wanted on the clipboard."""


class LanguageChosen(Value, frozen=True, kw_only=True):
    """The words should be of this language."""

    language: str


class CountChosen(Value, frozen=True, kw_only=True):
    """So many words are wanted."""

    count: int


class Typed(Value, frozen=True, kw_only=True):
    """What stands in the field now."""

    text: str

    def __repr__(self) -> str:
        return "Typed()"


class LeaksAsked(Value, frozen=True, kw_only=True):
    """Whether what stands in the field is in known leaks."""

    text: str

    def __repr__(self) -> str:
        return "LeaksAsked()"
