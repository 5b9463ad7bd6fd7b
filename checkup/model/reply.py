"""What the person replied to a question about their situation."""

from .value import Value


class Reply(Value, frozen=True, kw_only=True):
    """The reply to one question of resources/questions; several choices where it allows them.

    An empty `choices` means the person skipped it, which is a reply too. `words` is what they wrote
    themselves, where the question asks for that.
    """

    question: str
    choices: tuple[str, ...] = ()
    words: str = ""
