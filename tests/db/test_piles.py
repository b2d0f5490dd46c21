"""Many paper forms at once: whom they mean, what stands in their way, and that none comes in twice."""

from dataclasses import replace
from datetime import date

import pytest

from db.mentoring.handovers import hand_over
from db.refusals import Wrong
from db.tables import AuditRow, FollowUpRow, VisitRow, VisitStepRow, VisitTaskRow
from db.visiting.examining import examine_visits
from db.visiting.imports import past_imports
from db.visiting.pile_lookups import look_up, pile_clients
from db.visiting.pile_warnings import warn_visits
from domain.blitar_mentoring.caseload.leaving import Leaving, LeavingGround
from domain.blitar_mentoring.tasks import MentorTask
from domain.blitar_mentoring.visiting.pile_register import Keys
from domain.blitar_mentoring.visiting.visit import DayPart, Doer, FollowUp, VisitPlace, VisitState
from domain.roles import NotAllowed
from tests.db.mentoring import SRENGAT, START, TODAY, UDANAWU, days
from tests.db.office import NOW, an_office
from tests.db.visiting import Caseload, a_visit
