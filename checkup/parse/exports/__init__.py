"""Readers of data exports: one small file a service, recognised by content, listed in `registry`."""
