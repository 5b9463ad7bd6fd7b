"""The plan as a sheet: values with the words in them, written as text, HTML or a file."""
