"""What the coverage map tells of a kecamatan; where there is no figure it says so instead of zero."""

from datetime import date
from fractions import Fraction

import pytest

from domain.blitar.staffing.coverage import Cover, DistrictCoverage
from domain.blitar.staffing.measures import DistrictState, Measure, figure_of, in_words, printed
from domain.regions.business_counts import BusinessCount
from domain.regions.regions import district
from tests.domain.blitar.staffing.people import a_service, an_assignment

TODAY = date(2026, 3, 31)


def a_state(*mentors, temporary=False, **more):
    covers = tuple(
        Cover(a_service(mentor), an_assignment(mentor_id=mentor, temporary=temporary)) for mentor in mentors
    )
    return DistrictState(coverage=DistrictCoverage(district("35.05.01"), covers, None), **more)


@pytest.mark.parametrize(
    ("measure", "state", "figure", "told"),
    [
        (Measure.MENTORS, a_state(), 0, "tanpa Pendamping"),
        (Measure.MENTORS, a_state(1, 2), 2, "2 Pendamping: Pendamping 1, Pendamping 2"),
        (
            Measure.MENTORS,
            a_state(1, temporary=True),
            1,
            "1 Pendamping: Pendamping 1 (hanya sementara)",
        ),
        (Measure.CLIENTS, a_state(), 0, "belum ada binaan tercatat"),
        (
            Measure.CLIENTS,
            a_state(cooperatives=3, businesses=9),
            12,
            "12 binaan: 3 koperasi, 9 usaha mikro",
        ),
        (
            Measure.PER_THOUSAND,
            a_state(mentored=7, count=BusinessCount(2990, 10)),
            Fraction(23, 10),
            "2,3 per 1.000 usaha: 7 binaan, 2.990 usaha mikro dan 10 koperasi",
        ),
        (
            Measure.PER_THOUSAND,
            a_state(mentored=7),
            None,
            "belum diketahui, jumlah usahanya belum dimasukkan kantor",
        ),
        (
            Measure.PER_THOUSAND,
            a_state(mentored=7, count=BusinessCount(0, 0)),
            None,
            "belum diketahui, 0 usaha mikro dan 0 koperasi",
        ),
        (
            Measure.CLIENTS_PER_MENTOR,
            a_state(1, 2, businesses=13),
            Fraction(13, 2),
            "6,5 binaan per Pendamping",
        ),
        (Measure.CLIENTS_PER_MENTOR, a_state(1), 0, "0 binaan per Pendamping"),
        (
            Measure.CLIENTS_PER_MENTOR,
            a_state(businesses=4),
            None,
            "tanpa Pendamping, 4 binaan: 0 koperasi, 4 usaha mikro",
        ),
        (
            Measure.DAYS_SINCE_VISIT,
            a_state(1, businesses=4, last_visit_on=date(2026, 3, 1)),
            30,
            "30 hari sejak kunjungan terakhir, 1 Maret 2026",
        ),
        (
            Measure.DAYS_SINCE_VISIT,
            a_state(1, businesses=4, last_visit_on=TODAY),
            0,
            "0 hari sejak kunjungan terakhir, 31 Maret 2026",
        ),
        (Measure.DAYS_SINCE_VISIT, a_state(1, businesses=4), None, "belum ada kunjungan tercatat"),
        (Measure.DAYS_SINCE_VISIT, a_state(1), None, "belum ada binaan tercatat"),
    ],
)
def test_a_kecamatan_has_its_figure_and_its_words(measure, state, figure, told):
    assert figure_of(measure, state, TODAY) == figure
    assert in_words(measure, state, TODAY) == told


@pytest.mark.parametrize(
    ("figure", "told"), [(0, "0"), (1200, "1.200"), (Fraction(13, 2), "6,5"), (Fraction(20, 3), "6,7")]
)
def test_figures_are_printed_as_people_write_them(figure, told):
    assert printed(figure) == told
