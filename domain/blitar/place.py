"""A place by its official codes: a regency at least, down to the desa where it is known."""

from dataclasses import dataclass
from typing import Annotated

from domain.regions.regions import BLITAR_REGENCY
from domain.typed import Code, Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody lives or works; every code may still be blank.

    Kota Blitar (35.72) is another region than Kabupaten Blitar (35.05): only codes are compared.
    """

    regency_code: Annotated[str | None, Code("Kabupaten/kota")] = None
    district_code: Annotated[str | None, Code("Kecamatan")] = None
    village_code: Annotated[str | None, Code("Desa/kelurahan")] = None
    address: Annotated[str, Prose("Alamat")] = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are known, the widest first."""
        told = (self.regency_code, self.district_code, self.village_code)
        return tuple(code for code in told if code)

    @property
    def in_blitar(self) -> bool | None:
        """Whether the place lies in Kabupaten Blitar; None while no code is known."""
        if not self.codes:
            return None
        return all(code[:5] == BLITAR_REGENCY.code for code in self.codes)


NOWHERE_YET = Place()
