"""The 264 binaan of the demo: 64 koperasi and 200 micro businesses, at places by their official codes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from demo.blitar.blitar_people import Crowd
from demo.blitar.days import Days, working_day
from demo.blitar.micro_trades import Signs, Trade, sector_of, trades_in, village_for
from demo.blitar.posts import KADEMANGAN, LEFT, NGLEGOK, PONGGOK, POSTS, Post
from demo.chance import Deck, some_amount
from domain.blitar.client import BusinessAnswers, Client, CooperativeAnswers
from domain.blitar.consent import Consent
from domain.blitar.kinds import BusinessForm, CooperativeScale, Operation, SubjectKind
from domain.blitar.place import Place
from domain.regions.regions import BLITAR_REGENCY, district

SEED: Final = 20_23
_NOTE: Final = "Data contoh."
_BORN: Final = (1962, 1999)
# Three of four binaan come in soon after the Pendamping began; the others over the year.
_EARLY: Final = (True, True, True, False)
_FORMS: Final = (BusinessForm.PERSON,) * 17 + (BusinessForm.SOLE,) * 2 + (BusinessForm.PARTNERSHIP,)
_TOLD: Final = (True,) * 11 + (False,)
_SHARES: Final = (None,) * 13 + (True,) * 4 + (False,)
_HAS_PHONE: Final = 0.7
_SOON_AFTER: Final = 45
# Businesses of one owner, by their places among those of a kecamatan: one NIK, two binaan.
_SAME_OWNER: Final = {PONGGOK: (0, 2), KADEMANGAN: (0, 1), NGLEGOK: (0, 1)}
_OPERATIONS: Final = (Operation.RUNNING,) * 24 + (Operation.PAUSED,)


@dataclass(frozen=True, slots=True)
class DemoClient:
    """A binaan with a stable key, its kecamatan, and the day since when it is mentored."""

    key: str
    district_code: str
    client: Client
    since: date


def demo_clients(days: Days, seed: int = SEED) -> tuple[DemoClient, ...]:
    """Make every binaan; the same seed and day give the same."""
    return tuple(_Clients(days, Random(seed)).all())


class _Clients:
    def __init__(self, days: Days, chance: Random) -> None:
        self._days, self._chance = days, chance
        self._crowd, self._signs = Crowd(chance), Signs(chance)
        self._first_day = days.appointed + timedelta(days=15)
        self._more = Random(chance.random())
        self._told, self._shares = Deck(self._more, _TOLD), Deck(self._more, _SHARES)
        self._early = Deck(chance, _EARLY)
        self._forms, self._operations = Deck(chance, _FORMS), Deck(chance, _OPERATIONS)

    def all(self) -> Iterator[DemoClient]:
        """Give the binaan of each post, koperasi first."""
        for post in POSTS:
            made = [self._cooperative(post.district_code) for _ in range(post.cooperatives)]
            trades = trades_in(self._chance, post.district_code, post.businesses)
            businesses = [self._business(post.district_code, trade) for trade in trades]
            if pair := _SAME_OWNER.get(post.district_code):
                first, second = pair
                businesses[second] = _of_owner(businesses[second], businesses[first])
            for number, client in enumerate([*made, *businesses], 1):
                key, since = f"{post.district_code}-{number:02}", self._since(post)
                if number == 1:
                    since = self._first_day
                told = replace(client, consent=self._consent(post.district_code, since), phone=self._phone())
                yield DemoClient(key, post.district_code, told, since)

    def _since(self, post: Post) -> date:
        first = self._first_day
        last = self._days.today - timedelta(days=5)
        if post.district_code == LEFT:
            last = self._days.resigned - timedelta(days=20)
        if self._early.deal():
            last = min(last, first + timedelta(days=_SOON_AFTER))
        return max(first, working_day(first + timedelta(days=self._chance.randint(0, (last - first).days))))

    def _cooperative(self, district_code: str) -> Client:
        chair, name = self._crowd.someone(district_code, _BORN), self._signs.cooperative()
        return Client(
            kind=SubjectKind.CLIENT_COOPERATIVE,
            name=name,
            sector=sector_of(name),
            contact_name=chair.name,
            nik=chair.nik,
            place=self._place(village_for(self._chance, district_code)),
            operation=self._operations.deal(),
            started_on=self._founded(),
            cooperative=CooperativeAnswers(scale=CooperativeScale.REGENCY, is_branch=False),
            note=_NOTE,
        )

    def _business(self, district_code: str, trade: Trade) -> Client:
        owner = self._crowd.someone(district_code, _BORN)
        place, founded = self._place(village_for(self._chance, district_code, trade)), self._founded()
        business = BusinessAnswers(
            owner_home=replace(place, address=""),
            form=self._forms.deal(),
            founded_on=founded,
            capital=some_amount(self._chance, 3_000_000, 90_000_000, 12_000_000),
            annual_sales=some_amount(self._chance, 12_000_000, 165_000_000, 30_000_000),
        )
        return Client(
            kind=SubjectKind.CLIENT_MICRO,
            name=self._signs.business(trade),
            sector=trade.sector,
            contact_name=owner.name,
            nik=owner.nik,
            place=place,
            operation=self._operations.deal(),
            started_on=founded,
            business=business,
            note=_NOTE,
        )

    def _consent(self, district_code: str, since: date) -> Consent:
        if not self._told.deal():
            return Consent()
        found = district(district_code)
        by = f"Pendamping {found.name}" if found else "Pendamping"
        return Consent(notice_on=since, notice_by=by, shares_story=self._shares.deal())

    def _phone(self) -> str:
        # 0800-0000 is nobody's number; the last digits only tell the lines apart.
        return f"0800-0000-{self._more.randrange(10_000):04}" if self._more.random() < _HAS_PHONE else ""

    def _founded(self) -> date:
        chance = self._chance
        return date(self._days.appointed.year - chance.randint(2, 15), chance.randint(1, 12), 1)

    def _place(self, village_code: str) -> Place:
        address = f"RT {self._chance.randint(1, 6):02} RW {self._chance.randint(1, 4):02}"
        return Place(
            regency_code=BLITAR_REGENCY.code,
            district_code=village_code[:8],
            village_code=village_code,
            address=address,
        )


def _of_owner(client: Client, owned: Client) -> Client:
    """A second business of the owner of another one."""
    home = owned.business.owner_home
    return replace(
        client,
        contact_name=owned.contact_name,
        nik=owned.nik,
        business=replace(client.business, owner_home=home),
    )
