"""What the trail of changes can say of stalls."""

from db.trail import Action, SubjectKind


class MalangAction(Action):
    """What was done."""

    GIVE_STALL = "give_stall", "Memberikan kios"


class MalangSubject(SubjectKind):
    """What it was done to."""

    STALL = "stall"
