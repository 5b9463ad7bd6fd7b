"""The sheet as one HTML page: no script, nothing from elsewhere, and a policy that keeps it so.

The same page without its head is what the PDF and the printer get (Qt's rich text knows this part of
HTML). References: threat-model T19.
"""

from collections.abc import Iterator
from html import escape

from checkup.model.shown import shown
from checkup.report.sheet import Sheet, SheetStage, SheetStep

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
LONGEST = 8000  # of one paragraph

STYLE = """
body { font-family: "Noto Sans", "Segoe UI", sans-serif; color: #20302f; line-height: 1.45;
  max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0 0 .2rem; }
h2 { font-size: 1.15rem; margin: 1.8rem 0 .1rem; padding-top: .8rem; border-top: 1px solid #c9c2b4; }
h3 { font-size: 1rem; margin: 1.1rem 0 .1rem; }
p, ul { margin: .15rem 0; }
.quiet { color: #5c6b69; }
.notice { color: #5c6b69; font-size: .9rem; font-weight: 600; }
.foot { color: #5c6b69; margin-top: 2rem; }
.note { border-left: 3px solid #c9c2b4; padding-left: .7rem; white-space: pre-wrap; }
@media print { body { margin: 0; } h3 { break-after: avoid; } }
"""


def as_html(sheet: Sheet) -> str:
    """Return the whole page."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(sheet.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_said(sheet.title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n{body(sheet)}\n</body>\n</html>\n"
    )


def body(sheet: Sheet) -> str:
    """Return what stands between the body's tags."""
    return "\n".join(_body(sheet))


def _body(sheet: Sheet) -> Iterator[str]:
    yield f"<h1>{_said(sheet.title)}</h1>"
    yield f'<p class="quiet">{_said(sheet.as_of)} · {_said(sheet.count)}</p>'
    yield f'<p class="quiet">{_said(sheet.notice)}</p>'
    for stage in sheet.stages:
        yield from _stage(stage)
    yield f'<p class="foot">{_said(sheet.foot)}</p>'


def _stage(stage: SheetStage) -> Iterator[str]:
    yield f"<h2>{_said(stage.title)}</h2>"
    yield f'<p class="quiet">{_said(stage.about)}</p>'
    for step in stage.steps:
        yield from _step(step)


def _step(step: SheetStep) -> Iterator[str]:
    yield f"<h3>{_said(step.mark)} {_said(step.title)}</h3>"
    yield f'<p class="notice">{_said(step.notice)} · {_said(step.place)}</p>'
    yield f"<p>{_said(step.how)}</p>"
    if step.reasons:
        yield "<ul>" + "".join(f"<li>{_said(reason)}</li>" for reason in step.reasons) + "</ul>"
    for line in filter(None, step.note.splitlines()):
        yield f'<p class="note">{_said(line)}</p>'


def _said(words: str) -> str:
    return escape(shown(words, LONGEST))
