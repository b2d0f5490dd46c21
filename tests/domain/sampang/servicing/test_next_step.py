"""Which step comes next for a loan, and why not yet (IX, VII.5, O-09 to O-12); every day counted by hand."""

from datetime import date

import pytest

from domain.sampang.servicing.collecting import Collected, Collector, Handover, Letter
from domain.sampang.servicing.reasons import Stance, Step
from tests.domain.sampang.servicing.collection_cases import (
    EACH,
    FIRST,
    MINUTES,
    SECOND,
    STATEMENT,
    THIRD,
    UNTIL_JULY,
    letter,
    seen,
)

SEP, OCT, NOV = date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 30)
MAR = date(2027, 3, 31)
SENT_1, SENT_2, SENT_3 = date(2026, 11, 4), date(2026, 12, 4), date(2027, 1, 4)


def after(*letters: Letter) -> Collected:
    return Collected(letters=letters)


def next_of(today: date, until: date | None, *letters: Letter, **more) -> tuple[str, Stance, date | None]:
    found = seen(today, until=until, done=after(*letters), **more)
    first = found.next[0]
    return first.step.value, first.stance, first.from_day


ONE = (letter(FIRST, SENT_1),)
TWO = (*ONE, letter(SECOND, SENT_2))
THREE = (*TWO, letter(THIRD, SENT_3))


@pytest.mark.parametrize(
    ("today", "until", "letters", "expected"),
    [
        # 29 August is behind from the 30th, so the first warning can go as soon as the data reaches it.
        (date(2026, 9, 11), date(2026, 8, 31), (), ("warning_1", Stance.READY, None)),
        (date(2026, 8, 30), date(2026, 8, 30), (), ("warning_1", Stance.READY, None)),
        # Thirty days after 4 November are over on 4 December, and not a day before.
        (date(2026, 12, 3), OCT, ONE, ("warning_2", Stance.NOT_YET, date(2026, 12, 4))),
        (date(2026, 12, 4), OCT, ONE, ("warning_2", Stance.READY, None)),
        # A second warning needs a second due day: that of 29 September counts from the 30th, if data tells.
        (date(2026, 10, 10), date(2026, 9, 29), (letter(FIRST, date(2026, 9, 1)),),
         ("warning_2", Stance.NOT_KNOWN, None)),
        (date(2026, 9, 28), date(2026, 9, 28), (letter(FIRST, date(2026, 8, 30)),),
         ("warning_2", Stance.NOT_YET, date(2026, 9, 30))),
        (date(2026, 10, 10), SEP, (letter(FIRST, date(2026, 9, 1)),), ("warning_2", Stance.READY, None)),
        # The third: three due days, by 30 October; and thirty days after the second.
        (date(2027, 1, 2), NOV, TWO, ("warning_3", Stance.NOT_YET, date(2027, 1, 3))),
        (date(2027, 1, 3), NOV, TWO, ("warning_3", Stance.READY, None)),
        # Macet begins the day after the seventh due day since 29 August: 28 February 2027 is over on 1 March.
        (date(2027, 2, 28), date(2027, 2, 28), THREE, ("default", Stance.NOT_YET, date(2027, 3, 1))),
        (date(2027, 3, 5), date(2027, 3, 1), THREE, ("default", Stance.READY, None)),
        # Macet, but the third warning is 29 days old.
        (date(2027, 4, 8), MAR, (*TWO, letter(THIRD, date(2027, 3, 10))),
         ("default", Stance.NOT_YET, date(2027, 4, 9))),
        (date(2027, 4, 9), MAR, (*TWO, letter(THIRD, date(2027, 3, 10))), ("default", Stance.READY, None)),
        # After the minutes, or the statement, comes the collection together with the bank.
        (date(2027, 4, 9), MAR, (*THREE, letter(MINUTES, date(2027, 4, 1))), ("visit", Stance.READY, None)),
        (date(2027, 4, 9), MAR, (*THREE, letter(STATEMENT, date(2027, 4, 1))),
         ("visit", Stance.READY, None)),
    ],
)  # fmt: skip
def test_the_next_step_and_its_first_day(today, until, letters, expected):
    assert next_of(today, until, *letters) == expected


def test_the_day_of_the_third_letter_waits_for_both_the_due_day_and_the_thirty_days():
    early = (letter(FIRST, date(2026, 8, 30)), letter(SECOND, date(2026, 9, 30)))
    found = seen(date(2026, 10, 5), until=SEP, done=after(*early))
    # Thirty days after 30 September is 30 October; the third due day of 29 October counts from the 30th too.
    assert found.next[0].from_day == date(2026, 10, 30)


@pytest.mark.parametrize(
    ("today", "until", "proposes"),
    [
        (date(2026, 10, 10), date(2026, 8, 31), True),  # until the 10th the month before last is enough
        (date(2026, 10, 10), date(2026, 8, 30), False),
        (date(2026, 10, 11), date(2026, 8, 31), False),  # from the 11th it takes the month before
        (date(2026, 10, 11), date(2026, 9, 29), False),
        (date(2026, 10, 11), SEP, True),
        (date(2026, 10, 11), None, False),
        (date(2026, 10, 11), date(2026, 12, 31), True),
    ],
)
def test_nothing_is_proposed_out_of_missing_bank_data(today, until, proposes):
    found = seen(today, until=until)
    assert bool(found.next) is proposes
    assert (found.counted_on is not None) is proposes


def test_without_bank_data_it_is_said_and_no_step_is_refused():
    found = seen(date(2026, 12, 11), until=OCT)
    assert found.told.startswith(
        "Data bank baru sampai dengan 31 Oktober 2026, seharusnya sampai dengan 30 Nov"
    )
    assert {one.stance for one in found.steps} == {Stance.NOT_KNOWN}
    assert {(one.place.short, one.reading) for step in found.steps for one in step.against} == {
        ("VII.8", "O-09")
    }


def test_due_days_after_the_last_day_of_the_data_do_not_count():
    found = seen(date(2026, 10, 5), until=date(2026, 9, 28))
    assert (found.counted_on, found.arrears.months) == (date(2026, 9, 28), 1)


def test_money_that_came_after_the_data_still_spares_the_borrower():
    paid = (UNTIL_JULY, (date(2026, 10, 4), EACH))
    found = seen(date(2026, 10, 5), until=date(2026, 9, 28), paid=paid)
    assert (found.next, found.told) == ((), "Tidak ada yang menunggak per 28 September 2026.")
    assert found.why == "Dihitung per 28 September 2026, menurut data bank (tafsir O-09)."


def test_a_settled_loan_needs_nothing():
    found = seen(date(2026, 12, 5), until=OCT, paid=((date(2026, 9, 1), 12 * EACH),))
    assert (found.next, found.steps, found.told) == ((), (), "Lunas.")


def test_levels_begin_again_only_after_a_day_with_nothing_behind():
    # August and September are paid on 29 September; October is behind from the 30th of October.
    caught_up = (UNTIL_JULY, (date(2026, 9, 29), 2 * EACH))
    found = seen(date(2026, 12, 5), until=OCT, paid=caught_up, done=after(letter(FIRST, date(2026, 9, 5))))
    assert found.next[0].step is Step.WARNING_1
    # Only August is paid: one of the two was always behind, so the first warning still counts.
    in_part = (UNTIL_JULY, (date(2026, 10, 29), EACH))
    found = seen(date(2026, 12, 5), until=OCT, paid=in_part, done=after(letter(FIRST, date(2026, 9, 5))))
    assert found.next[0].step is Step.WARNING_2


def test_thirty_days_count_from_a_letter_of_an_earlier_time_behind_too():
    caught_up = (UNTIL_JULY, (date(2026, 9, 29), 2 * EACH))
    found = seen(date(2026, 11, 5), until=OCT, paid=caught_up, done=after(letter(SECOND, date(2026, 10, 20))))
    first = found.next[0]
    assert (first.step, first.stance) == (Step.WARNING_1, Stance.NOT_YET)
    assert first.from_day == date(2026, 11, 19)


DEFAULTED = (*THREE, letter(MINUTES, date(2027, 4, 1)))
VISITED = Collected(letters=DEFAULTED, visits=(date(2027, 4, 5),))


def stances(done: Collected, has_value: bool | None, paid=(UNTIL_JULY,)) -> list[tuple[Step, Stance]]:
    found = seen(date(2027, 4, 9), until=MAR, done=done, has_value=has_value, paid=paid)
    return [(one.step, one.stance) for one in found.next]


def test_a_small_claim_with_something_of_value_can_go_to_either():
    assert stances(VISITED, True) == [(Step.ATTORNEY, Stance.READY), (Step.AUCTION, Stance.READY)]


def test_a_small_claim_without_anything_of_value_does_not_go_to_kpknl():
    assert stances(VISITED, False) == [(Step.ATTORNEY, Stance.READY)]


def test_a_collateral_whose_value_is_not_recorded_is_no_missing_collateral():
    assert stances(VISITED, None) == [(Step.ATTORNEY, Stance.READY), (Step.AUCTION, Stance.NOT_KNOWN)]


def test_a_claim_can_be_handed_over_before_the_joint_collection_but_that_comes_first():
    found = seen(date(2027, 4, 9), until=MAR, done=after(*DEFAULTED))
    assert [one.step for one in found.next] == [Step.VISIT]
    assert found.of(Step.ATTORNEY).stance is Stance.READY


def test_a_visit_before_the_minutes_is_not_the_one_after_them():
    early = Collected(letters=DEFAULTED, visits=(date(2027, 3, 31),))
    assert stances(early, True) == [(Step.VISIT, Stance.READY)]


def test_the_joint_collection_is_open_from_the_first_day_behind():
    found = seen(date(2026, 9, 11), until=date(2026, 8, 31))
    assert found.of(Step.VISIT).stance is Stance.READY
    assert found.of(Step.ATTORNEY).stance is Stance.NOT_YET


def test_what_is_handed_over_waits_and_comes_back_to_the_choice():
    given = Handover(Collector.ATTORNEY, "SKK-1", date(2027, 4, 6))
    found = seen(date(2027, 4, 9), until=MAR, done=Collected(letters=DEFAULTED, handovers=(given,)))
    assert (found.next, found.of(Step.ATTORNEY).stance) == ((), Stance.DONE)
    back = Handover(Collector.ATTORNEY, "SKK-1", date(2027, 4, 6), date(2027, 4, 8))
    returned = Collected(letters=DEFAULTED, visits=(date(2027, 4, 5),), handovers=(back,))
    assert stances(returned, True) == [(Step.ATTORNEY, Stance.READY), (Step.AUCTION, Stance.READY)]


def test_every_reason_names_its_provision_and_every_obstacle_of_time_its_day():
    found = seen(date(2026, 12, 3), until=OCT, done=after(*ONE))
    (spacing,) = found.next[0].against
    assert (spacing.source, spacing.from_day) == ("IX.1, tafsir O-10", date(2026, 12, 4))
    assert spacing.told == "30 hari sejak teguran 1 (4 November 2026): mulai 4 Desember 2026."
    assert found.told == "Teguran 2: mulai 4 Desember 2026."
