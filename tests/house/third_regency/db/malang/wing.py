"""What the store of Malang adds to the house."""

from typing import Final

from db.malang.trail import MalangAction, MalangSubject
from db.wings import Wing

WING: Final = Wing(actions=MalangAction, subjects=MalangSubject)
