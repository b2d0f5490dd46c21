"""What the store of Sampang adds to the house: the words of its trail."""

from typing import Final

from db.sampang.trail import SampangAction, SampangSubject
from db.sampang.trail_numbers import known_as, numbered
from db.wings import Wing

WING: Final = Wing(actions=SampangAction, subjects=SampangSubject, known_as=known_as, numbered=numbered)
