"""Regulations beside Perbup Blitar 3/2023, each with what it means for the mentoring; none decides a file."""

from typing import Final

from domain.regulation.national_laws import HALAL, LICENSING
from domain.regulation.other_law import OtherLaw

OTHER_LAWS: Final = (
    OtherLaw(
        LICENSING,
        "Legalitas usaha dimulai dari NIB; SIUP, TDP, dan HO adalah surat lama yang setara.",
        ("2(2).h", "12.i"),
    ),
    OtherLaw(
        HALAL,
        "Makanan dan minuman usaha mikro dan kecil wajib bersertifikat halal sejak hari itu; dahulukan "
        "binaan pangan yang belum memilikinya.",
        ("2(2).h", "12.i"),
    ),
)
