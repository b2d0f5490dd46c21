"""Who does most and least is told with what each carries, and several alike are not put in an order."""

from domain.blitar.mentor_deeds import MentorDeeds, most_and_least


def mentor(area, *, clients=10, visits=0, done=0, moved=0):
    return MentorDeeds(
        mentor_id=len(area),
        name="tidak disebut",
        districts=(area,) if area else (),
        clients=clients,
        visits=visits,
        visited=visits,
        done=done,
        moved=moved,
    )


def test_the_most_and_the_least_are_told_with_their_binaan():
    visits, done, _ = most_and_least(
        [mentor("Garum", clients=12, visits=14, done=1), mentor("Wates", clients=9, visits=4)]
    )
    assert visits == (
        "Kunjungan: paling banyak 14 (Garum dengan 12 binaan); paling sedikit 4 (Wates dengan 9 binaan)"
    )
    assert done.startswith("Tindak lanjut selesai: paling banyak 1 (Garum")


def test_many_who_did_the_same_are_counted_and_not_named():
    alike = [mentor(area, visits=3) for area in ("Doko", "Garum", "Wates")]
    assert most_and_least(alike)[0] == (
        "Kunjungan: paling banyak 3 (3 Pendamping); paling sedikit 3 (3 Pendamping)"
    )


def test_no_name_is_told():
    assert "tidak disebut" not in " ".join(most_and_least([mentor("Garum"), mentor("", visits=2)]))


def test_nobody_has_neither_most_nor_least():
    assert most_and_least([]) == ()
