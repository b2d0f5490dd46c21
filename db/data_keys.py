"""Numbers of people hidden at rest: NIK, NPWP and telephone, under a key that is kept outside the database.

The same number gives the same hidden text under a key (AES-SIV), so that what asks for a number finds it,
and a unique one stays unique; whoever has the file alone learns only which numbers are the same.
"""

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from db.refusals import NotOpened

PREFIX: Final = "enc1:"
NUMBERS: Final = frozenset({"nik", "npwp", "npwp_key", "spouse_nik", "phone"})
"""The names, last of a path, under which numbers of people stand."""
KNOWN: Final = "sampang-blitar"
_BYTES: Final = 64
_ABOUT: Final = [b"numbers of people"]


class MistakenKey(NotOpened):
    """A key that is no key of this kind."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Pengaturan {name} bukan kunci yang sah. Buat yang baru dengan python -m scripts.encrypt_store "
            "kunci-baru, atau salin lagi kuncinya dengan utuh dari tempat penyimpanannya."
        )


@dataclass(frozen=True, slots=True, eq=False)
class DataKey:
    """One key; `number` names it in front of what it hides, and tells nothing of it."""

    secret: bytes = field(repr=False)
    number: str
    _cipher: Any = field(repr=False)

    @classmethod
    def of(cls, text: str, name: str = "DATA_KEY") -> "DataKey":
        """The key that a setting holds; raises MistakenKey."""
        from cryptography.hazmat.primitives.ciphers.aead import AESSIV  # needed where a key is set

        try:
            secret = base64.b64decode("".join(text.split()), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            secret = b""
        if len(secret) != _BYTES:
            raise MistakenKey(name)
        return cls(secret, sha256(b"number of the key" + secret).hexdigest()[:8], AESSIV(secret))

    def hide(self, number: str) -> str:
        """A number as it lies in the database; blank stays blank; what only looks hidden is hidden too."""
        if not number:
            return number
        hidden = base64.urlsafe_b64encode(self._cipher.encrypt(number.encode(), _ABOUT)).decode()
        return f"{PREFIX}{self.number}:{hidden}"

    def show(self, hidden: str) -> str:
        """The number again; what was never hidden comes back as it is."""
        if not hidden.startswith(PREFIX):
            return hidden
        _, number, text = hidden.split(":", 2)
        if number != self.number:
            raise WrongKey
        return str(self._cipher.decrypt(base64.urlsafe_b64decode(text), _ABOUT).decode())


class WrongKey(NotOpened):
    """The store was hidden under another key than the one that is set."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data ini tidak dibuka: DATA_KEY yang dipasang bukan kunci yang menyandikan NIK dan "
            "telepon di dalamnya. Pasang kunci yang benar (docs/deployment.md, bab Personal data), lalu "
            "jalankan lagi aplikasinya. Jangan membuat kunci baru: data lama tidak dapat dibaca dengannya."
        )


class KeyMissing(NotOpened):
    """The store hides numbers of people, and no key is set."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data ini tidak dibuka: NIK dan telepon di dalamnya disandikan, sedangkan DATA_KEY belum "
            "dipasang. Pasang kuncinya di environment atau .streamlit/secrets.toml (docs/deployment.md, bab "
            "Personal data), lalu jalankan lagi aplikasinya."
        )


class KeyNeeded(NotOpened):
    """A store of real people would begin without a key."""

    def __init__(self) -> None:
        super().__init__(
            "Data sungguhan tidak dimulai tanpa DATA_KEY, kunci yang menyandikan NIK dan telepon. Buat "
            "dengan python -m scripts.encrypt_store kunci-baru, pasang di /etc/dinas/settings (environment) "
            "atau .streamlit/secrets.toml, dan simpan di dua tempat di luar server, jangan "
            "bersama cadangan: tanpa kunci itu nomornya tidak dapat dibaca lagi. Lalu ulangi."
        )


class PlainStore(NotOpened):
    """A store of real people, from an earlier release, whose numbers lie in the clear."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data ini tidak dibuka: isinya data sungguhan, sedangkan NIK dan telepon di dalamnya belum "
            "disandikan. Hentikan aplikasi, buat cadangan, pasang DATA_KEY, lalu jalankan python -m "
            "scripts.encrypt_store (docs/deployment.md, bab Personal data)."
        )


def new_key() -> str:
    """A fresh key, as the setting holds it."""
    from secrets import token_bytes

    return base64.urlsafe_b64encode(token_bytes(_BYTES)).decode()


def changed_numbers(value: Any, change: Callable[[str], str]) -> Any:
    """A body of JSON with each number of people in it changed; the rest is the same."""
    if isinstance(value, dict):
        return {name: _changed(name, entry, change) for name, entry in value.items()}
    if isinstance(value, list):
        return [changed_numbers(entry, change) for entry in value]
    return value


def _changed(name: str, entry: Any, change: Callable[[str], str]) -> Any:
    if isinstance(entry, str):
        return change(entry) if name.rpartition(".")[2] in NUMBERS else entry
    return changed_numbers(entry, change)
