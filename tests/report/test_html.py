"""The sheet as a page: nothing in it runs, nothing in it loads."""

from html.parser import HTMLParser

from checkup.report.html import POLICY, as_html


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


def test_it_is_a_page_in_its_language_with_all_words(sheet):
    page = Tags(as_html(sheet))

    assert ("html", {"lang": "vi"}) in page.seen
    assert "Đổi mật khẩu Google và đăng xuất khỏi mọi thiết bị lạ" in page.words
    assert "dòng một" in page.words
    assert "dòng hai" in page.words


def test_it_carries_a_policy_that_lets_nothing_in(sheet):
    assert POLICY in as_html(sheet)
    assert "default-src 'none'" in POLICY


def test_names_from_outside_stay_words(hostile):
    page = Tags(as_html(hostile))

    assert {tag for tag, _ in page.seen} <= {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "li",
    }  # fmt: skip
    assert not [
        attrs
        for _, attrs in page.seen
        if any(name.startswith("on") or name in {"src", "href"} for name in attrs)
    ]
    assert "<script>alert(1)</script>" in page.words
    assert "\u202e" not in page.words


def test_the_program_is_not_named(sheet):
    assert "checkup" not in as_html(sheet).lower()
