"""The stalls of Malang as everything else of the house knows them."""

from typing import Final

from domain.malang.law import law_on
from domain.malang.roles import GRANTS, MalangRole
from domain.programme import Programme
from domain.regions.regions import Regency

MALANG: Final = Programme(
    key="malang",
    name="Kios pasar Malang",
    regency=Regency("35.07", "Kabupaten Malang"),
    law_on=law_on,
    own_roles=MalangRole,
    grants=GRANTS,
)
