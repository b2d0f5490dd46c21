"""The questions of the reports with who may ask them, by hand: the leadership reads no names."""

from datetime import date

from db.sampang.reports.guidance import guidance
from db.sampang.reports.made_reports import ageing_at_end, bank_month, fund_of_month
from db.sampang.reports.month_figures import (
    bank_data,
    bank_duty,
    fund_at_end,
    lending_of_month,
    letters_of_month,
    opened_on,
    red_list_sums,
)
from db.sampang.reports.registers import letter_register, red_list_at_end

MONTH, DAY = date(2026, 4, 1), date(2026, 5, 4)
OFFICER, LEAD, BANK, LEADERSHIP = {"officer"}, {"team_lead"}, {"bank"}, {"leadership"}
REPORTS = OFFICER | LEAD | BANK | LEADERSHIP
LOANS = OFFICER | LEAD | BANK | {"team_member"}
FUND = OFFICER | LEAD | LEADERSHIP | {"team_member"}


def _of(question):
    return lambda s, who: question(s, who, MONTH, DAY)


REPORT_VERBS = {
    "opened_on": (opened_on, REPORTS),
    "bank_data": (bank_data, REPORTS),
    "bank_duty": (_of(bank_duty), REPORTS),
    "lending_of_month": (_of(lending_of_month), REPORTS),
    "fund_at_end": (_of(fund_at_end), FUND),
    "red_list_sums": (_of(red_list_sums), OFFICER | LEAD),
    "letters_of_month": (_of(letters_of_month), OFFICER | LEAD),
    "bank_month": (_of(bank_month), LOANS),
    "fund_of_month": (_of(fund_of_month), FUND),
    "ageing_at_end": (_of(ageing_at_end), FUND),
    "red_list_at_end": (_of(red_list_at_end), OFFICER | LEAD),
    "letter_register": (_of(letter_register), OFFICER | LEAD),
    "guidance": (_of(guidance), FUND),
}
