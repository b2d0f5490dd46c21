"""The chart of the laboratory: verdicts under each law, one bar for each."""

from collections.abc import Sequence
from functools import cache

from domain.regulation.policy.draft_words import ANSWER_LABELS
from domain.regulation.policy.judged import Judged
from pages.parts.chart import Shape, shape_of, show_chart

_COLOURS = ("#2b7a4b", "#b3392f", "#c9ced6", "#b7791f")


def show_verdicts(names: Sequence[str], laws: Sequence[Judged]) -> None:
    """Show how many have each verdict under each law."""
    rows = [
        {"Hukum": name, "Hasil": label, "Jumlah": law.count(answer), "Urutan": place}
        for name, law in zip(names, laws, strict=True)
        for place, (answer, label) in enumerate(ANSWER_LABELS.items())
    ]
    words = "; ".join(f"{row['Hukum']}, {row['Hasil']}: {row['Jumlah']}" for row in rows)
    show_chart(_bars(), words=f"{words}.", verdicts=rows)


@cache
def _bars() -> Shape:
    import altair as alt

    labels = list(ANSWER_LABELS.values())
    return shape_of(
        alt.Chart(alt.NamedData("verdicts"))
        .mark_bar()
        .encode(
            y=alt.Y("Hukum:N", sort=None, title=None, axis=alt.Axis(labelLimit=130)),
            x=alt.X("Jumlah:Q", title=None, axis=alt.Axis(format=",d", tickMinStep=1)),
            color=alt.Color(
                "Hasil:N",
                scale=alt.Scale(domain=labels, range=list(_COLOURS)),
                legend=alt.Legend(orient="top", title=None, columns=1),
            ),
            order=alt.Order("Urutan:Q"),
            tooltip=["Hukum:N", "Hasil:N", alt.Tooltip("Jumlah:Q", format=",d")],
        )
        .properties(height=alt.Step(34))
    )
