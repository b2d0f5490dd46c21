"""A place by its official codes: a regency at least, down to the desa where it is known."""

from dataclasses import dataclass

from domain.regions.regions import BLITAR_REGENCY


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody lives or works; every code may still be blank.

    Kota Blitar (35.72) is another region than Kabupaten Blitar (35.05): only codes are compared.
    """

    regency_code: str | None = None
    district_code: str | None = None
    village_code: str | None = None
    address: str = ""

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
