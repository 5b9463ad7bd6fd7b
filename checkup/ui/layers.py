"""The walk, and at most one cover in its place."""

from PySide6.QtWidgets import QWidget

from checkup.ui.pile import Pile


class Layers(Pile):
    """Shows the walk, its first widget, or the cover that was put over it."""

    def cover(self, cover: QWidget) -> None:
        """Show nothing but this, in place of the walk or of another cover."""
        self.uncover()
        self.addWidget(cover)
        self.setCurrentWidget(cover)

    def uncover(self) -> None:
        """Take a cover away, if there is one; the page under it stays as it was."""
        walk, cover = self.widget(0), self.widget(1)
        if walk is not None and cover is not None:
            self.setCurrentWidget(walk)
            self.removeWidget(cover)
            cover.deleteLater()

    @property
    def is_covered(self) -> bool:
        """Whether something else than the walk is shown."""
        return self.widget(1) is not None

    def is_covered_by(self, cover: QWidget) -> bool:
        """Whether this is what is shown in place of the walk."""
        return self.currentWidget() is cover
