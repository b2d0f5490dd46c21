"""What each role does here, in a sentence or two."""

from collections.abc import Mapping
from typing import Final

from domain.roles import OfficeRole, Role
from pages.parts.installation import served
from pages.parts.wings import wing_of

_IN_THE_OFFICE: Final[Mapping[Role, str]] = {
    OfficeRole.LEADERSHIP: "Membaca ringkasan tanpa nama.",
    OfficeRole.ADMINISTRATOR: (
        "Mengusulkan setelan kantor dan ketetapan tafsir, memuat batas wilayah resmi, mengelola pengguna."
    ),
}


def sentences_of(role: Role) -> str:
    """What a role does in the office and in the programmes that are served."""
    wings = [wing_of(programme) for programme in served()]
    return " ".join(filter(None, [_IN_THE_OFFICE.get(role), *(wing.can_do.get(role) for wing in wings)]))
