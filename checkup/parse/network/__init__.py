"""Network captures: bytes of a file in, who talked with whom out. Streamed; nothing is sent."""
