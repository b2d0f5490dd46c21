"""The paths of a projection loan by loan in plain Python, as an independent second way.

It shares nothing with the engine but the drawn numbers: rows are worked out anew in whole numbers, and every
payment of every loan stands by itself.
"""

from dataclasses import dataclass, field


@dataclass
class Lent:
    """A loan that was paid out: what it pays by month after it, and what of it is lost."""

    principal: dict = field(default_factory=dict)
    interest: dict = field(default_factory=dict)
    lost: dict = field(default_factory=dict)


def rows_of(amount, tenor, grace, yearly_percent):
    """Flat: the same interest each month, equal whole parts after the grace, the last takes the rest."""
    interest = (2 * amount * yearly_percent + 1200) // 2400
    part = amount // (tenor - grace)
    principal = [0] * grace + [part] * (tenor - grace - 1)
    return [*principal, amount - sum(principal)], [interest] * tenor


def lent(month, amount, rows, added_months, stop, late):
    """What one loan does: `added_months` is how many months of interest settle it early at a row."""
    principal, interest = rows
    one, owed = Lent(), amount
    for row in range(1, len(principal) + 1):
        when = month + late + row
        if stop == row:
            one.lost[when] = owed
            return one
        one.principal[when] = principal[row - 1]
        one.interest[when] = interest[row - 1]
        owed -= principal[row - 1]
        if stop == -row:
            one.principal[when] += owed
            one.interest[when] += added_months(row) * interest[row]
            return one
    return one


def slow_path(start, draws, path, months, rows, added_months):
    """One path; `rows` gives those of a loan by amount and tenor."""
    loans, waiting, lent_of = [], [0] * len(start.new), [0] * len(start.new)
    queue, cash, came = list(enumerate(start.queue)), start.cash, {"cash": [], "interest": [], "lost": []}
    served = {}
    old = running(start, draws, path, months)

    def pay_out(month, plan, stop, late):
        one = lent(month, plan.amount, rows(plan.amount, plan.tenor), added_months, int(stop), int(late))
        loans.append(one)
        return plan.amount

    for month in range(months):
        cash += old["principal"].get(month, 0) + sum(one.principal.get(month, 0) for one in loans)
        came["interest"].append(
            old["interest"].get(month, 0) + sum(one.interest.get(month, 0) for one in loans)
        )
        came["lost"].append(old["lost"].get(month, 0) + sum(one.lost.get(month, 0) for one in loans))
        while queue and queue[0][1].amount <= cash:
            number, plan = queue.pop(0)
            served[number] = month
            cash -= pay_out(month, plan, draws.queue.stop[number, path], draws.queue.late[number, path])
        for kind, lending in enumerate(start.new):
            waiting[kind] += lending.a_month
            while not queue and waiting[kind] and lending.plan.amount <= cash:
                drawn, number = draws.new[kind], lent_of[kind]
                cash -= pay_out(month, lending.plan, drawn.stop[number, path], drawn.late[number, path])
                waiting[kind] -= 1
                lent_of[kind] += 1
        came["cash"].append(cash)
    return came, served, waiting


def running(start, draws, path, months):
    """Running loans by month: a part of them that stops takes the same part of what is due, rounded down."""
    found = {"principal": {}, "interest": {}, "lost": {}}
    loans, left = start.running.loans, start.running.loans
    late = [int(each) for each in draws.running.late[:, path]]

    def spread(into, month, amount):
        parts = [amount * late[months_late] // loans for months_late in range(1, len(late))]
        for months_late, part in enumerate(parts, 1):
            into[month + months_late] = into.get(month + months_late, 0) + part
        into[month] = into.get(month, 0) + amount - sum(parts)

    dues = [int(each) for each in start.running.principal]
    for month, due in enumerate(dues):
        defaulted = int(draws.running.defaulted[month, path])
        settled = int(draws.running.settled[month, path])
        found["lost"][month] = sum(dues[month:]) * defaulted // loans
        left -= defaulted
        early = sum(dues[month + 1 :]) * settled // loans
        spread(found["principal"], month, due * left // loans + early)
        spread(found["interest"], month, int(start.running.interest[month]) * left // loans)
        left -= settled
    return found
