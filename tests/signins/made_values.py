"""What made exports have in common: a stranger's device, its address and its time."""

STRANGER = "SM-A536E"
IP = "203.0.113.7"
WHEN, UNIX = "2026-03-01 02:14:09", 1772331249
CHROME = (
    f"Mozilla/5.0 (Linux; Android 13; {STRANGER}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0"
)
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0"
INSTAGRAM = f"Instagram 300.0 Android (33/13; 420dpi; 1080x2186; samsung; {STRANGER}; a53x; exynos; vi_VN)"


def meta(value):
    """Write text as Meta does: UTF-8 as Latin-1 escapes."""
    return value.encode().decode("latin-1")
