"""What is raised for a list that is not whole."""


class ListDamaged(Exception):
    """A list is missing or not what it should be; `name` is its file, `reason` the reader's words."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason
