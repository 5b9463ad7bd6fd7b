"""Where the facts about an Android phone come from: files somebody brought, or a cable."""

from checkup.collect.android.files import CannotOpen, Opened, from_backup, from_dump, from_files, from_report

__all__ = ["CannotOpen", "Opened", "from_backup", "from_dump", "from_files", "from_report"]
