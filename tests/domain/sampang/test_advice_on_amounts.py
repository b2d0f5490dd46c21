"""What is advised where the asked amount is beyond the limits: one advice, and one that can be taken."""

from domain.sampang.largest import could_be_in_words, most_in_words
from domain.sampang.next_steps import groups_of, ways_of
from tests.domain.sampang.builders import JUTA, examined, mikro, tanah, usaha

# A micro business has a ceiling of 5 juta (VIII.1.b), which needs 6,5 juta of collateral (IV.2.g: 130 %).
LAND = "ambah agunan tanah bersertifikat senilai Rp6.500.000; lalu turunkan pinjaman ke Rp5.000.000"
BARE = mikro(amount=7_500_000, term_months=18, collateral=())


def steps(application):
    return {group.title: [one.what for one in group.steps] for group in groups_of(examined(application))}


def change_of(application, place):
    found = examined(application)
    return next(ways_of(found, one) for one in found.assessment.findings if one.rule.place == place)


def test_where_no_collateral_is_pledged_the_advice_names_it():
    told = steps(BARE)["Rp7.500.000 di luar batas; yang masih mungkin, pilih salah satu"]
    assert told[0] == f"T{LAND}"


def test_a_loan_that_stays_beyond_the_limits_is_not_told_as_a_repair():
    assert not any("urunkan" in one for one in steps(BARE)["Lengkapi atau perbaiki"])


def test_the_provision_on_130_per_cent_names_collateral_as_what_changes_it():
    assert change_of(BARE, "IV.2.g")[0] == f"t{LAND}"


def test_the_ceiling_and_130_per_cent_name_the_same_change():
    assert change_of(BARE, "VIII.1.b") == change_of(BARE, "IV.2.g")


def test_a_smaller_loan_is_not_called_a_way_to_afford_the_asked_one():
    # 13 juta carry 10 juta; the other 10 juta need 13 juta more.
    told = steps(usaha(amount=20 * JUTA, collateral=(tanah(13 * JUTA),)))
    assert not any("urunkan" in one for one in told["Agar Rp20.000.000 terjangkau, pilih salah satu"])
    assert told["Atau ajukan pinjaman yang lebih kecil"] == ["Turunkan pinjaman ke Rp10.000.000"]


def test_where_nothing_makes_the_asked_amount_possible_no_heading_promises_it():
    told = steps(mikro(amount=20 * JUTA, collateral=(tanah(26 * JUTA, price_letter=None),)))
    assert told["Agar Rp20.000.000 terjangkau, pilih salah satu"] == []
    assert told["Rp20.000.000 di luar batas; yang masih mungkin, pilih salah satu"] == [
        "Agunan 1: minta surat keterangan harga tanah dari Camat atau Lurah; lalu turunkan pinjaman ke "
        "Rp5.000.000"
    ]


def test_an_amount_that_cannot_be_worked_out_yet_is_told_with_its_bound_and_no_rise():
    found = examined(mikro(amount=20 * JUTA, collateral=(tanah(26 * JUTA, price_letter=None),))).most
    assert most_in_words(found) == "belum dapat dihitung"
    assert could_be_in_words(found) == "Dengan jawaban terbaik pun tidak lebih dari Rp5.000.000."
