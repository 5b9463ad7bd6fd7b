"""Links in text messages that lead to hosts of known programs. No link is opened, short ones neither.

A shop is a trace of who used the phone; an app's own host is a question. References: the lists of
resources/rules; mvt's backup/sms.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import MessageLink
from checkup.model.finding import Evidence, Finding, Reason
from checkup.model.sources import Sources

ID = "android.message_links"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for link in sources.read(MessageLink):
        if listed := known.listed.url(link.url):
            yield Finding(
                check=ID,
                level=listed.level,
                about=f"host:{listed.value}",
                name=listed.value,
                reasons=(
                    Reason(
                        sign="message_link_sent" if link.is_sent else "message_link_received",
                        what=listed.value,
                        when=link.when,
                        family=listed.family,
                        source=listed.source,
                    ),
                ),
                evidence=(Evidence(where=link.seen_in, saw=link.url, when=link.when),),
            )


CHECK = Check(id=ID, needs=(MessageLink,), look=look)
