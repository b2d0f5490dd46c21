"""What the store of Blitar adds to the house: the words of its trail."""

from typing import Final

from db.blitar.trail import BlitarAction, BlitarSubject
from db.blitar.trail_numbers import known_as, numbered
from db.wings import Wing

WING: Final = Wing(actions=BlitarAction, subjects=BlitarSubject, known_as=known_as, numbered=numbered)
