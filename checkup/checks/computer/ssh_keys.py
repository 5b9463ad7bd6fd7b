"""Keys whose holder can sign in to this computer over the network without a password.

References: sshd(8); a key that may only run one command, or may do nothing but forward, says less.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.login import AuthorisedKey
from checkup.model.sources import Sources

CHECK_ID = "computer.ssh_keys"

_LIMITS = ("command=", "restrict")


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for key in sources.read(AuthorisedKey):
        is_limited = any(option.lower().startswith(_LIMITS) for option in key.options)
        name = key.comment or key.fingerprint
        yield Finding(
            check=CHECK_ID,
            level=Level.SETTING if is_limited else Level.ASK,
            about=f"ssh-key:{key.fingerprint}",
            name=name,
            reasons=(
                Reason(
                    sign="ssh_key_limited" if is_limited else "ssh_key",
                    what=name,
                    who=key.who,
                    where=key.seen_in,
                    when=key.when,
                ),
            ),
            evidence=(Evidence(where=f"{key.seen_in}:{key.line}", saw=_saw(key), when=key.when),),
        )


def _saw(key: AuthorisedKey) -> str:
    return " ".join(
        part for part in (",".join(key.options), key.algorithm, key.fingerprint, key.comment) if part
    )


CHECK = Check(id=CHECK_ID, needs=(AuthorisedKey,), look=look)
