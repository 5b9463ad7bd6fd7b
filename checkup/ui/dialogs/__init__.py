"""The dialogs, one a file; all open over the window without stopping it."""
