"""Apps signed with a certificate, or made of a file, that stands in a list of known programs.

A certificate lives longer than an id: a maker who renames an app keeps signing with the same one. A bug
report holds no digests that could be held against a list, only short numbers, alike for the same signer
(Android 9 and later): an app with the number of a listed one beside it is asked about.

References: the lists of resources/rules and those a person added; AOSP PackageSignatures.toString.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.indicators.listed import Listed
from checkup.model.android import InstalledApp, SignedFile
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.known_certificate"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    yield from _beside_listed(sources, known)
    for file in sources.read(SignedFile):
        for digest in file.certificates:
            if listed := known.listed.certificate(digest):
                yield _finding(file, listed, "known_certificate", digest)
        for digest in file.hashes:
            if listed := known.listed.hash(digest):
                yield _finding(file, listed, "known_file", digest)


def _beside_listed(sources: Sources, known: Known) -> Iterator[Finding]:
    """Yield the apps whose signer has signed a listed app on this phone, too.

    Makers of open monitoring sign many other things; only programs made for watching count.
    """
    apps = [app for app in sources.read(InstalledApp) if app.signer and not app.is_system]
    found_by_id = ((app, known.listed.app(app.id)) for app in apps)
    listed = {app.signer: (app, found) for app, found in found_by_id if found and not found.kind.is_dual_use}
    for app in apps:
        if app.signer in listed and known.listed.app(app.id) is None:
            other, found = listed[app.signer]
            reason = Reason(
                sign="signer_of_listed_app", what=other.id, family=found.family, source=found.source
            )
            yield Finding(
                check=ID,
                level=Level.ASK,
                about=app.id,
                name=app.id,
                reasons=(reason,),
                evidence=(Evidence(where=app.seen_in, saw=f"{app.id} {app.signer}"),),
            )


def _finding(file: SignedFile, listed: Listed, sign: str, digest: str) -> Finding:
    return Finding(
        check=ID,
        level=listed.level,
        about=file.app,
        name=listed.name,
        reasons=(Reason(sign=sign, family=listed.family, source=listed.source),),
        evidence=(Evidence(where=file.seen_in, saw=digest),),
    )


CHECK = Check(id=ID, needs=(SignedFile, InstalledApp), look=look)
