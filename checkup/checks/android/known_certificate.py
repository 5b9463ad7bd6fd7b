"""Apps signed with a certificate, or made of a file, that stands in a list of known programs.

A certificate lives longer than an id: a maker who renames an app keeps signing with the same one.
References: the lists of resources/rules and those a person added.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.indicators.listed import Listed
from checkup.model.android import SignedFile
from checkup.model.finding import Evidence, Finding, Reason
from checkup.model.sources import Sources

ID = "android.known_certificate"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for file in sources.read(SignedFile):
        for digest in file.certificates:
            if listed := known.listed.certificate(digest):
                yield _finding(file, listed, "known_certificate", digest)
        for digest in file.hashes:
            if listed := known.listed.hash(digest):
                yield _finding(file, listed, "known_file", digest)


def _finding(file: SignedFile, listed: Listed, sign: str, digest: str) -> Finding:
    return Finding(
        check=ID,
        level=listed.level,
        about=file.app,
        name=listed.name,
        reasons=(Reason(sign=sign, family=listed.family, source=listed.source),),
        evidence=(Evidence(where=file.seen_in, saw=digest),),
    )


CHECK = Check(id=ID, needs=(SignedFile,), look=look)
