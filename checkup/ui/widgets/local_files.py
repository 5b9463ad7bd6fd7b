"""Which files and folders of this computer are dragged or dropped."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def local_files(data: QMimeData) -> tuple[Path, ...]:
    """Return their paths; an address elsewhere is none."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
