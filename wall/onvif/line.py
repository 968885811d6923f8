"""One device's line: what is asked of it is signed as it wants, by its own clock, and never once too often.

How a login goes. The first question is always asked without one: a device that answers needs none, and a password is
proven only to a device that asks. Where it refuses, the desk is asked for the login, and that is sent as a
WS-UsernameToken; where the device takes no notice of it and challenges (401 with Digest), once as HTTP digest. After a
refusal that is one, nothing is signed any more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from wall.model.device import Auth, ClockReading, Login, Problem, Step, Trouble
from wall.model.stream import Credentials
from wall.onvif.contract import Message
from wall.onvif.exchange import Exchange, Habits, Proof, no_proof
from wall.onvif.faults import DeviceFault
from wall.onvif.http_digest import Challenge, DigestAnswers
from wall.onvif.reading.clock import read_clock
from wall.onvif.token import username_token
from wall.onvif.transport import target_of
from wall.onvif.xml import Element

_CLOCK_MOVED_S = 3.0
"""A strict device refuses a token that is 5 s off; its clock is told in whole seconds."""
_HALF_A_SECOND_S = 0.5
_MOST_REFUSALS = 2
_ASKS_FOR_LOGIN = frozenset({Trouble.LOGIN, Trouble.CLOCK})
_MAY_ASK_FOR_LOGIN = _ASKS_FOR_LOGIN | {Trouble.FAULT, Trouble.MALFORMED}


class LoginDesk(Protocol):
    """Where the login for one device is asked for: the fleet login guard decides whether it may be sent."""

    async def request(self) -> Credentials | None:
        """The login, perhaps only after it was proven elsewhere; None where there is none or it is withheld."""
        ...

    def told(self, outcome: Login, trouble: Trouble | None = None) -> None:
        """What became of it: said once in each interrogation, as soon as it is known."""
        ...


@dataclass(frozen=True, slots=True)
class Proven:
    """A login that a device has accepted, and how: what another conversation with it begins with. Never shown.

    `answers` is for HTTP digest: the conversations count together how often they have answered the challenge.
    """

    credentials: Credentials = field(repr=False)
    clock: ClockReading | None = None
    answers: DigestAnswers | None = field(default=None, repr=False, compare=False)


class Line:
    """The conversation with one device. Event-loop thread only.

    `clock` is what is known of the device's clock, `login` what became of the login, `auth` how it was accepted. Both
    `auth` and `clock` may be set to what an earlier interrogation found.
    """

    def __init__(self, exchange: Exchange, habits: Habits, clock_question: Message, desk: LoginDesk) -> None:
        self.clock: ClockReading | None = None
        self.auth: Auth | None = None
        self.login = Login.UNTRIED
        self.is_shut = False
        """Is there no use in asking more: is a login needed, and none there that the device takes?"""
        self._exchange = exchange
        self._habits = habits
        self._clock_question = clock_question
        self._desk = desk
        self._credentials: Credentials | None = None
        self._sign = no_proof
        self._digest: DigestAnswers | None = None
        self._is_told = False
        self._was_let_in = False
        self._refusals = 0
        self._may_relearn = True
        self._clock_url = ""

    async def ask_clock(self, url: str) -> tuple[Problem, ...]:
        """Learn the device's clock, without a login; from the answer's Date header where it will not say or mumbles.

        DeviceFault where nothing at all answers, or nothing that speaks ONVIF.
        """
        self._clock_url, began_s = url, self._habits.clock()
        try:
            told, problems = read_clock(await self._exchange.ask(self._clock_question, url))
        except DeviceFault as fault:
            if self._exchange.status == 0 or fault.trouble is Trouble.NOT_ONVIF:
                raise
            trouble = Trouble.LOGIN_NEEDED if fault.trouble is Trouble.LOGIN else fault.trouble
            told, problems = fault.device_time, (Problem(Step.CLOCK, trouble, fault.detail),)
        told = told or self._exchange.device_time
        if told is not None:
            self.clock = _reading(told, began_s, self._habits.clock())
        return problems

    async def ask(self, message: Message, url: str, *, is_first: bool = False, is_open: bool = False) -> Element:
        """The answer, signed where the device wants that; DeviceFault for everything else.

        `is_first`: the question by which it is learnt whether a login is needed; then even a mere fault may mean that.
        `is_open`: a question that devices answer to everybody.
        """
        if self._sign is not no_proof:
            return await self._ask_signed(message, url, is_open=is_open)
        try:
            body = await self._exchange.ask(message, url)
        except DeviceFault as fault:
            if self.is_shut or fault.trouble not in (_MAY_ASK_FOR_LOGIN if is_first else _ASKS_FOR_LOGIN):
                raise
            unsigned = fault
        else:
            self._was_let_in = self._was_let_in or not is_open
            return body
        challenge = self._exchange.challenge
        await self._fetch_login(unsigned)
        return await self._prove(message, url, unsigned, challenge)

    @property
    def proven(self) -> Proven | None:
        """What another conversation with this device may begin with."""
        if self._credentials is None or self.login is not Login.PROVEN:
            return None
        return Proven(self._credentials, self.clock, self._digest)

    def begin_with(self, proven: Proven) -> None:
        """Sign from the first question on, as another conversation with this device has proven it. The desk is neither
        asked nor told.
        """
        self._credentials, self._digest, self.clock = proven.credentials, proven.answers, proven.clock
        self.login, self._is_told = Login.PROVEN, True
        self.auth = Auth.TOKEN if proven.answers is None else Auth.DIGEST
        self._sign = self._token if proven.answers is None else self._authorization

    def conclude(self) -> None:
        """The interrogation is over: say what has not been said yet."""
        if self._was_let_in and self._credentials is None and self.login is Login.UNTRIED:
            self.login, self.auth = Login.NOT_NEEDED, Auth.NONE
        self._tell(None)

    async def _fetch_login(self, unsigned: DeviceFault) -> None:
        if self._credentials is None:
            self._credentials = await self._desk.request()
        if self._credentials is None:
            if unsigned.trouble not in _ASKS_FOR_LOGIN:
                raise unsigned
            self.is_shut = True
            raise DeviceFault(Trouble.LOGIN_NEEDED, unsigned.detail)

    async def _prove(self, message: Message, url: str, unsigned: DeviceFault, challenge: Challenge | None) -> Element:
        """Ask for the first time with the login."""
        if self.auth is Auth.DIGEST and challenge is not None:
            self._use_digest(challenge)
        else:
            self._sign = self._token
        try:
            return await self._ask_signed(message, url, unsigned)
        except DeviceFault:
            if unsigned.trouble not in _ASKS_FOR_LOGIN and self.login is Login.UNTRIED:
                self._sign = no_proof  # It was not the login that was missing.
            raise

    async def _ask_signed(
        self, message: Message, url: str, unsigned: DeviceFault | None = None, *, is_open: bool = False
    ) -> Element:
        try:
            body = await self._ask_twice(message, url, unsigned)
        except DeviceFault as refusal:
            fault = self._seen_with_its_clock(refusal)
            self._judge(fault)
            raise fault from None
        self._refusals = self._refusals if is_open else 0
        self._may_relearn = self._may_relearn or not is_open
        if self.login is Login.UNTRIED and not is_open:
            self.login, self.auth = Login.PROVEN, Auth.TOKEN if self._digest is None else Auth.DIGEST
            self._tell(None)
        return body

    async def _ask_twice(self, message: Message, url: str, unsigned: DeviceFault | None) -> Element:
        """A second time only where the device did not refuse the login: it asked for another form of it."""
        try:
            return await self._exchange.ask(message, url, self._sign)
        except DeviceFault as fault:
            if self._wants_digest(fault, unsigned):
                assert self._exchange.challenge is not None
                self._use_digest(self._exchange.challenge)
            elif not await self._has_clock_moved(fault, url):
                raise
        return await self._exchange.ask(message, url, self._sign)

    def _wants_digest(self, fault: DeviceFault, unsigned: DeviceFault | None) -> bool:
        challenge = self._exchange.challenge
        if challenge is None or fault.trouble not in _ASKS_FOR_LOGIN:
            return False
        if self._digest is not None:
            is_spent = self.login is Login.PROVEN and challenge.nonce != self._digest.challenge.nonce
            return challenge.is_stale or is_spent
        # A device that answers the token as it answered nothing at all has not looked at it.
        is_question = unsigned is not None and fault.detail == unsigned.detail
        return is_question or fault.trouble is Trouble.CLOCK

    async def _has_clock_moved(self, fault: DeviceFault, url: str) -> bool:
        """Was the token made at another time than the device's? Then it is made anew, once until one is accepted."""
        if self._digest is not None or fault.trouble not in _ASKS_FOR_LOGIN or not self._may_relearn:
            return False
        self._may_relearn = False
        used_s = self._offset_s()
        try:
            await self.ask_clock(self._clock_url or url)
        except DeviceFault:
            return False
        if fault.trouble is Trouble.CLOCK and fault.device_time and abs(self._offset_s() - used_s) < _CLOCK_MOVED_S:
            now_s = self._habits.clock()
            self.clock = _reading(fault.device_time, now_s, now_s)
        return abs(self._offset_s() - used_s) >= _CLOCK_MOVED_S

    def _seen_with_its_clock(self, fault: DeviceFault) -> DeviceFault:
        """A token is refused for its time as for its password. Where the time is unknown nobody can tell: it is taken
        for the password, which must not go to the next device, and the engineer is told of the doubt.
        """
        is_known = self._digest is not None or self.clock is not None or self.login is Login.PROVEN
        if is_known or fault.trouble is not Trouble.LOGIN:
            return fault
        return DeviceFault(Trouble.LOGIN, f"perhaps for its clock, which it does not tell: {fault.detail}")

    def _judge(self, fault: DeviceFault) -> None:
        """What a failed question means for the login."""
        if self.login is Login.PROVEN:
            self._refusals += fault.trouble is Trouble.LOGIN
            self.is_shut = self._refusals >= _MOST_REFUSALS
        elif fault.trouble is Trouble.LOGIN:
            self.login, self.is_shut = Login.REFUSED, True
            self._tell(Trouble.LOGIN)
        elif fault.trouble in (Trouble.CLOCK, Trouble.SESSIONS_FULL, Trouble.UNREACHABLE, Trouble.TIMEOUT):
            self.is_shut = True  # The login's turn is another device's now.
            self._tell(fault.trouble)

    def _tell(self, trouble: Trouble | None) -> None:
        if not self._is_told:
            self._is_told = True
            self._desk.told(self.login, trouble)

    def _use_digest(self, challenge: Challenge) -> None:
        assert self._credentials is not None
        self._digest = DigestAnswers(self._credentials, challenge, lambda: self._habits.random_bytes(8).hex())
        self._sign = self._authorization

    def _token(self, url: str) -> Proof:
        assert self._credentials is not None
        now_s = self._habits.clock() + self._offset_s()
        return Proof(security=username_token(self._credentials, now_s, self._habits.random_bytes(16)))

    def _authorization(self, url: str) -> Proof:
        assert self._digest is not None
        return Proof(headers=f"Authorization: {self._digest.authorization('POST', target_of(url))}\r\n")

    def _offset_s(self) -> float:
        return self.clock.offset_s if self.clock else 0.0


def _reading(told: datetime, began_s: float, ended_s: float) -> ClockReading:
    """What the device's clock showed halfway between question and answer. It tells whole seconds, rounded down."""
    half_s = max(ended_s - began_s, 0.0) / 2
    told_s = told.replace(tzinfo=told.tzinfo or UTC).timestamp() + _HALF_A_SECOND_S
    return ClockReading(told_s - (began_s + half_s), ended_s, half_s + _HALF_A_SECOND_S)
