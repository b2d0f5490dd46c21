"""The 22 posts of the demo: one for each kecamatan, who fills them, and how many binaan each has."""

from dataclasses import dataclass
from typing import Final

WONODADI, UDANAWU, SRENGAT, KADEMANGAN = "35.05.01", "35.05.02", "35.05.03", "35.05.04"
BAKUNG, PONGGOK, SANANKULON, WONOTIRTO = "35.05.05", "35.05.06", "35.05.07", "35.05.08"
NGLEGOK, KANIGORO, GARUM, SUTOJAYAN = "35.05.09", "35.05.10", "35.05.11", "35.05.12"
PANGGUNGREJO, TALUN, GANDUSARI, BINANGUN = "35.05.13", "35.05.14", "35.05.15", "35.05.16"
WLINGI, DOKO, KESAMBEN, WATES = "35.05.17", "35.05.18", "35.05.19", "35.05.20"
SELOREJO, SELOPURO = "35.05.21", "35.05.22"


@dataclass(frozen=True, slots=True)
class Post:
    """One post: its kecamatan, its binaan by kind, where its holder lives if not there, and who it is.

    `persona` is the key of the persona who holds it, with a full name beside the given one.
    """

    district_code: str
    cooperatives: int
    businesses: int
    home: str = ""
    persona: str = ""
    name: str = ""

    @property
    def home_code(self) -> str:
        """The kecamatan where its holder lives."""
        return self.home or self.district_code


POSTS: Final = (
    Post(WONODADI, 3, 8),
    Post(UDANAWU, 2, 9),
    Post(SRENGAT, 4, 10),
    Post(KADEMANGAN, 3, 11, persona="other_mentor", name="Lilis Setyowati"),
    Post(BAKUNG, 2, 6),
    Post(PONGGOK, 3, 10),
    Post(SANANKULON, 3, 9),
    Post(WONOTIRTO, 2, 6, home=KADEMANGAN),
    Post(NGLEGOK, 4, 14, persona="mentor", name="Bagus Wicaksono"),
    Post(KANIGORO, 5, 11),
    Post(GARUM, 3, 10),
    Post(SUTOJAYAN, 3, 9),
    Post(PANGGUNGREJO, 2, 7, home=SUTOJAYAN),
    Post(TALUN, 3, 10),
    Post(GANDUSARI, 3, 10),
    Post(BINANGUN, 3, 9),
    Post(WLINGI, 4, 11),
    Post(DOKO, 2, 8, home=WLINGI),
    Post(KESAMBEN, 3, 9),
    Post(WATES, 2, 7),
    Post(SELOREJO, 2, 7, home=KESAMBEN),
    Post(SELOPURO, 3, 9),
)
# The post that nobody took up, and the neighbour who covers it for a time.
NEVER_FILLED, COVERED_BY = BAKUNG, WONOTIRTO
# The post whose holder left, with how many binaan the neighbours took, and how many still wait.
LEFT: Final = BINANGUN
TAKEN_OVER: Final = {PANGGUNGREJO: 3, KESAMBEN: 3}
SOON_OVER: Final = SELOREJO
# Posts whose visits come in on paper, weeks later; and posts of two Pendamping with a month of no visits.
ON_PAPER: Final = (WATES, DOKO)
WITHOUT_VISITS: Final = (UDANAWU, WATES)

APPOINTED: Final = tuple(post for post in POSTS if post.district_code != NEVER_FILLED)
SERVING: Final = tuple(post for post in APPOINTED if post.district_code != LEFT)


def carer_of(district_code: str) -> str:
    """The post whose holder takes in the binaan of a kecamatan."""
    return COVERED_BY if district_code == NEVER_FILLED else district_code
