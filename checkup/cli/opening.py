"""Whether the words somebody typed open the window: asked at every start, without loading argparse."""

from collections.abc import Sequence

from checkup.content.texts import Language


def opens_window(words: Sequence[str]) -> bool:
    """Whether these words open the window: no command, at most a language."""
    if not words:
        return True
    first, _, value = words[0].partition("=")
    after = [*([value] if value else []), *words[1:]]
    return first == "--language" and len(after) == 1 and after[0] in set(Language)
