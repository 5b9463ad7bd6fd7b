"""Data exports from disk: zips in zips, folders, single files; read in memory, member by member."""

from checkup.collect.exports.event import Began
from checkup.collect.exports.gather import gathered

__all__ = ["Began", "gathered"]
