"""The thirteen points that a candidate mentor is examined on (Pasal 7 huruf a to m)."""

from domain.blitar.file_points import FILE_POINTS
from domain.blitar.person_points import PERSON_POINTS

THIRTEEN_POINTS = (*FILE_POINTS, *PERSON_POINTS)
