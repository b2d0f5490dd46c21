"""Whether what a form is about is over, so that nothing typed into it can be sent any more."""

from db.refusals import NotFound
from domain.programme import NotAllowed
from domain.roles import Person
from pages.parts.installation import served
from pages.parts.wings import wing_of


def has_ended(person: Person, form: str) -> bool:
    """Tell by its name whether a form can no longer be sent by a person; what nobody knows stays open.

    Each programme knows its own forms. What is gone, or is no longer theirs to read, has ended for them.
    """
    try:
        return any(wing_of(programme).form_ended(person, form) for programme in served())
    except (NotFound, NotAllowed):
        return True
