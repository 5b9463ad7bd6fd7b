"""Bytes or text to observations: no operating system, no file system."""
