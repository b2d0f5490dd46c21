"""What a provider of identities tells of somebody who signed in, and whether that is enough to go by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Final

# A sign-in begins within moments; an older cookie of which nothing is known is worth nothing.
NEWLY: Final = timedelta(minutes=10)
_AHEAD: Final = timedelta(minutes=2)  # what clocks of two machines may differ by


@dataclass(frozen=True, slots=True)
class Claims:
    """One sign-in at a provider: the account, its e-mail address, and when the person showed who they are.

    `key` stands for this sign-in alone; `email` is as it is compared, blank where it is not verified.
    """

    key: str
    issuer: str
    subject: str
    email: str
    provider: str
    issued_at: datetime
    proven_at: datetime


def as_compared(email: str) -> str:
    """An e-mail address as it is kept and compared: without spaces around it, and without capitals.

    Of plain letters alone: other alphabets have capitals that become one of these (ſ, K), and somebody else's
    address would be the same.
    """
    kept = email.strip()
    return kept.lower() if kept.isascii() else kept


def claims_of(told: Mapping[str, Any]) -> Claims | None:
    """What a provider told, None when something without which nobody can be known is missing.

    An address counts only when the provider says `true` of its being verified, not some other word.
    """
    issuer, subject, nonce = (told.get(key) for key in ("iss", "sub", "nonce"))
    issued = _moment(told.get("iat"))
    if not (isinstance(issuer, str) and issuer and isinstance(subject, str) and subject) or issued is None:
        return None
    if not isinstance(nonce, str) or not nonce:
        return None
    email = told.get("email")
    is_verified = told.get("email_verified") is True and isinstance(email, str)
    proven = _moment(told.get("auth_time")) or issued
    return Claims(
        key=sha256("\n".join((issuer, subject, nonce, str(told["iat"]))).encode()).hexdigest(),
        issuer=issuer,
        subject=subject,
        email=as_compared(str(email)) if is_verified else "",
        provider=str(told.get("provider") or ""),
        issued_at=issued,
        proven_at=min(proven, issued),
    )


def is_new(claims: Claims, at: datetime) -> bool:
    """Whether a sign-in has just happened, so that it may begin."""
    return claims.issued_at - _AHEAD <= at <= claims.issued_at + NEWLY


def _moment(told: object) -> datetime | None:
    if not isinstance(told, int | float) or isinstance(told, bool) or not 0 < told < 2**33:
        return None
    return datetime.fromtimestamp(told, UTC)
