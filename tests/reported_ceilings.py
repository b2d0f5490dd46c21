"""The later instrument that the press reports of 2022, for tests of the rules and of the store."""

from datetime import date, timedelta

from domain.regulation.later_instruments import InstrumentKind, InstrumentTold, NewValue, Reach

JUTA = 1_000_000
BEGINS = date(2022, 7, 1)
BEFORE, TODAY = BEGINS - timedelta(days=1), date(2026, 3, 2)
# As the press reports it of 2022; nobody here has read the text, so the product holds it as no law.
TOLD = InstrumentTold(
    kind=InstrumentKind.PERBUP,
    number="9",
    year=2022,
    title="Perubahan atas Peraturan Bupati Sampang Nomor 20 Tahun 2015",
    enacted_on=date(2022, 6, 20),
    in_force_since=BEGINS,
    reach=Reach.FILED_SINCE,
    values=(
        NewValue(key="land_ceiling", value=150 * JUTA, place="Pasal I angka 4"),
        NewValue(key="primary_coop_ceiling", value=300 * JUTA, place="Pasal I angka 4"),
    ),
)
