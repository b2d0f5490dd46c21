"""Binaan: what needs attention first, then a list whose filters live in its address."""

import pytest

from db.blitar.caseload.attention import attention_counts, attention_rows
from db.blitar.caseload.client_filters import Agreed, ClientFilter, Facet, Visited
from db.blitar.caseload.explorer import explore
from domain.blitar.caseload.attention import AttentionKind
from domain.blitar.caseload.progress import Movement
from domain.blitar.kinds import SubjectKind
from domain.blitar.law import law_on
from domain.blitar.roles import BlitarRole
from domain.money import number
from domain.regulation.law_in_force import NO_PRACTICE
from pages.parts.address import word_of
from pages.parts.store import today
from tests.screens.demo_office import CLIENTS, COVERAGE, HOME, calm, go, labelled, said, unescaped

NGLEGOK = "35.05.09"


class Caseload:
    """The screen as one person walks through it, and what the store then holds."""

    def __init__(self, office, role, **address):
        self.office, self.person = office, office.by_role[role]
        self.app = office.open(self.person, CLIENTS, **address)

    def choose(self, name, value):
        calm(self.app.selectbox(key=f"binaan-{name}").set_value(value).run())
        return self

    def press(self, label):
        calm(labelled(self.app.button, label).click().run())
        return self

    def pick_row(self, row, state):
        selection = {"rows": [row], "columns": [], "cells": []}
        self.app.session_state[f"binaan-tabel:{state}:1"] = {"selection": selection}
        calm(self.app.run())
        return self

    def view(self, name):
        calm(self.app.segmented_control(key="binaan-tampak").set_value(name).run())
        return self

    @property
    def table(self):
        return self.app.dataframe[0].value

    @property
    def address(self):
        told = self.app.query_params
        return {name: told[name][0] if isinstance(told[name], list) else told[name] for name in told}

    @property
    def said(self):
        return said(self.app)

    @property
    def links(self):
        return [(unescaped(one.proto.label), one.proto.query_string) for one in self.app.get("page_link")]

    def read(self, verb, *told, **more):
        with self.office.database.read() as session:
            return verb(session, self.person, *told, **more)

    def meant(self, **choices):
        return self.read(explore, ClientFilter(**choices), law_on(today(), NO_PRACTICE))


@pytest.fixture
def facilitator(office):
    return Caseload(office, BlitarRole.FACILITATOR)


def test_a_fasilitator_narrows_the_list_and_the_counts_and_the_address_follow_at_once(facilitator):
    screen = facilitator
    everybody = screen.meant().counts
    assert f"**{everybody.fitting} dari {everybody.everybody} binaan**" in screen.said
    screen.choose("kecamatan", NGLEGOK)
    there = screen.meant(district_code=NGLEGOK).counts
    assert f"**{there.fitting} dari {everybody.everybody} binaan**" in screen.said
    assert len(screen.table) == there.fitting
    assert set(screen.table["Kecamatan"]) == {"Nglegok"}
    kinds = screen.app.selectbox(key="binaan-jenis").options
    assert kinds == [
        f"Koperasi binaan · {there.by[Facet.KIND]['client_cooperative']}",
        f"Usaha mikro binaan · {there.by[Facet.KIND]['client_micro']}",
    ]
    screen.choose("jenis", SubjectKind.CLIENT_MICRO.value)
    assert screen.address | {"sebagai": "x"} == {
        "kecamatan": NGLEGOK,
        "jenis": "usaha-mikro-binaan",
        "sebagai": "x",
    }
    assert set(screen.table["Jenis"]) == {"Usaha mikro"}
    screen.press("Hapus saringan")
    assert not {"kecamatan", "jenis"} & set(screen.address)
    assert f"**{everybody.fitting} dari {everybody.everybody} binaan**" in screen.said


@pytest.mark.parametrize(
    ("address", "choices"),
    [
        (
            {"kunjungan": "overdue", "jenis": "client_cooperative"},
            {"visited": Visited.OVERDUE, "kind": SubjectKind.CLIENT_COOPERATIVE},
        ),
        ({"gerak": "up", "tindak": "open"}, {"movement": Movement.UP, "agreed": Agreed.OPEN}),
        (
            {"cari": "koperasi", "sektor": "bukan sektor", "kecamatan": "99", "status": "x"},
            {"text": "koperasi"},
        ),
    ],
)
def test_a_link_opens_the_view_that_it_was_copied_from(office, address, choices):
    screen = Caseload(office, BlitarRole.FACILITATOR, **address)
    counts = screen.meant(**choices).counts
    assert 0 < counts.fitting < counts.everybody
    assert f"**{number(counts.fitting)} dari {counts.everybody} binaan**" in screen.said
    (link,) = [one.value for one in screen.app.code]
    for name, value in address.items():
        assert f"{name}={value.replace(' ', '+')}" in link or name not in screen.address


def test_a_quick_view_puts_other_choices_away(facilitator):
    screen = facilitator.choose("kecamatan", NGLEGOK)
    calm(screen.app.pills(key="binaan-cepat").set_value("Naik").run())
    assert screen.address["gerak"] == "naik"
    assert "kecamatan" not in screen.address
    assert {one for (one,) in screen.table["Perkembangan"]} == {"▲ naik"}


def test_a_row_tells_the_story_beside_it_with_the_way_to_the_next_visit(facilitator):
    screen = facilitator
    assert not [one for one in screen.app.button if one.key == "buka-binaan"]
    screen.choose("kunjungan", Visited.MONTH.value)
    first = screen.meant(visited=Visited.MONTH).rows[0]
    screen.pick_row(0, "kunjungan=month")
    assert first.name in [heading.value.replace("\\", "") for heading in screen.app.subheader]
    assert ("Catat kunjungan", f"lihat=Catat&binaan={first.id}") in screen.links
    assert "Kunjungan**" in " ".join(label for label, _ in screen.links)
    screen.press("Buka binaan")
    assert screen.address["binaan"] == str(first.id)
    assert screen.address["kunjungan"] == "dikunjungi-bulan-ini"


def test_an_open_kind_lists_its_rows_each_one_click_from_its_remedy(facilitator):
    screen, law = facilitator, law_on(today(), NO_PRACTICE)
    counts = screen.read(attention_counts, law)
    waiting = [kind for kind in AttentionKind if counts[kind]]
    labels = [one.label for one in screen.app.button if str(one.key).startswith("perlu:")]
    assert labels == [f"**{number(counts[kind])}** · {kind.label}" for kind in waiting]
    remedies = {
        AttentionKind.NO_VISIT: lambda row: ("Catat kunjungan", f"lihat=Catat&binaan={row.client_id}"),
        AttentionKind.FOLLOW_UPS: lambda row: ("Tutup tindak lanjut", f"kunjungan={row.visit_id}"),
        AttentionKind.IDLE_MENTORS: lambda row: ("Jadwal kerja", "lihat=Jadwal+kerja"),
        AttentionKind.NOT_SENT: lambda row: ("Buka kunjungan", f"kunjungan={row.visit_id}"),
        AttentionKind.CONTRACTS: lambda row: ("Buka Pendamping", f"orang={row.mentor_id}"),
    }
    for kind, remedy in remedies.items():
        rows = screen.read(attention_rows, kind, law)
        if not rows:
            continue
        calm(screen.app.button(key=f"perlu:{kind}").click().run())
        assert screen.address["perlu"] == word_of(kind)
        assert {remedy(row) for row in rows} <= set(screen.links)
        calm(screen.app.button(key=f"perlu:{kind}").click().run())
        assert "perlu" not in screen.address


def test_a_click_on_the_map_narrows_the_list(facilitator):
    screen = facilitator.view("peta")
    assert screen.address["tampak"] == "peta"
    screen.app.session_state["binaan-peta-0"] = {"selection": {"kecamatan": [{"code": NGLEGOK}]}}
    calm(screen.app.run())
    assert screen.address["kecamatan"] == NGLEGOK
    assert screen.app.selectbox(key="binaan-kecamatan").value == NGLEGOK
    screen.press("Lihat daftarnya")
    assert set(screen.table["Kecamatan"]) == {"Nglegok"}


def test_who_carries_how_much_leads_to_their_binaan(facilitator):
    screen = facilitator.view("beban")
    most = screen.table.iloc[0]
    screen.app.session_state["binaan-beban"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    calm(screen.app.run())
    assert len(screen.table) == most["Binaan"]
    assert set(screen.table["Pendamping"]) == {most["Pendamping"]}


def test_a_pendamping_sees_their_own_work_and_no_list_of_whole_numbers(office):
    screen = Caseload(office, BlitarRole.MENTOR)
    own = screen.meant().counts
    assert 0 < own.everybody < 30
    assert f"**{own.everybody} dari {own.everybody} binaan**" in screen.said
    assert "binaan-pendamping" not in [box.key for box in screen.app.selectbox]
    assert not [box for box in screen.app.checkbox if "NIK" in box.label]
    assert [box for box in Caseload(office, BlitarRole.AGENCY_HEAD).app.checkbox if "NIK" in box.label]


def test_beranda_and_the_map_of_coverage_lead_here(office):
    facilitator = office.by_role[BlitarRole.FACILITATOR]
    with office.database.read() as session:
        counts = attention_counts(session, facilitator, law_on(today(), NO_PRACTICE))
    home = office.open(facilitator, HOME)
    links = [(one.proto.label, one.proto.query_string) for one in home.get("page_link")]
    for kind in AttentionKind:
        told = (f"**{number(counts[kind])}** · {kind.label}", f"perlu={word_of(kind)}")
        assert (told in links) is bool(counts[kind])
    coverage = calm(go(home, COVERAGE, kecamatan=NGLEGOK).run())
    links = [(one.proto.label, one.proto.query_string) for one in coverage.get("page_link")]
    assert ("Lihat binaan kecamatan ini", f"kecamatan={NGLEGOK}") in links
