"""What the store of Sampang adds to the house: the words of its trail."""

from typing import Final

from db.sampang.trail import SampangAction, SampangSubject
from db.wings import Wing

WING: Final = Wing(actions=SampangAction, subjects=SampangSubject)
