"""The plan as text and HTML."""
