"""The tone in which the strength of a password is shown, by its score from 0 to 4."""

SCORE_TONES = ("attention", "attention", "unknown", "primary", "good")
