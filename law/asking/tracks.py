"""Questions about each occupancy type: which notice, its dates, its life and its review."""

from collections.abc import Iterator

from law import absolute, demoted, flexible, introductory, new_regime, notice_to_quit, notices, section21, windows
from law.asking.facts import Facts
from law.asking.question import Answer, Question, notice_facts
from law.court import trespass_service_latest
from law.debt import last_day_to_sue, reply_by
from law.errors import BadFact
from law.past_end import past_end
from law.periods import RentPeriod
from law.regime import commencement_for, regime_for
from law.tenancies import Occupancy

_ABSOLUTE = ("84A",)


def _period(facts: Facts) -> RentPeriod:
    facts["period"]
    period = facts.period()
    assert period is not None
    return period


def _secure(facts: Facts) -> Iterator[Answer]:
    served = facts["served"]
    grounds = [code for code in facts.get("ground", []) if code.upper() not in _ABSOLUTE]
    if len(grounds) < len(facts.get("ground", [])):
        yield from _absolute(facts, fixed=False)
    if grounds:
        period = facts.period()
        dates = notices.notice_dates("s83", served, period, grounds)
        yield dates
        written = facts.get("specified", dates.specified_recommended.value)
        yield notices.claim_dates("s83", served, written, period, grounds)
        yield notices.dispensation("s83", grounds)
    if facts.has("relevant-date"):
        yield windows.ground_15a_window(facts["relevant-date"])


def _secure_fixed(facts: Facts) -> Iterator[Answer]:
    grounds = facts["ground"]
    if any(code.upper() in _ABSOLUTE for code in grounds):
        yield from _absolute(facts, fixed=True)
    rest = [code for code in grounds if code.upper() not in _ABSOLUTE]
    if rest:
        yield (
            "In a fixed term a section 83 notice specifies no date and has no day on which it lapses: it carries over "
            "to the periodic tenancy that follows the term (HA 1985 s.83(6); official source). To end the term itself "
            "early a forfeiture clause and a termination order are needed (HA 1985 s.82(3); to be confirmed)."
        )
        yield notices.dispensation("s83", rest)


def _absolute(facts: Facts, fixed: bool) -> Iterator[Answer]:
    served, period = facts["served"], None if fixed else facts.period()
    dates = absolute.absolute_notice_dates(served, period, fixed_term=fixed)
    yield dates
    written = facts.get("specified", dates.recommended.value)
    yield absolute.absolute_claim_dates(served, written, period, fixed_term=fixed)
    yield absolute.absolute_review_request_by(served)
    if facts.has("condition"):
        yield absolute.absolute_window(facts["condition"], facts["event"])


def _introductory(facts: Facts) -> Iterator[Answer]:
    began, extended = facts["began"], facts.flag("extended")
    yield introductory.trial_end(began)
    told_of = introductory.extension(began)
    yield told_of
    if facts.has("extension-served"):
        given = facts["extension-served"]
        yield introductory.extension_review_request_by(given)
        if given > told_of.latest_service.value:
            yield (
                f"The extension was served too late: the last day was {told_of.latest_service.shown()}, so the trial "
                f"ends on {told_of.original_expiry.shown()} (HA 1996 s.125A; secondary source)."
            )
    if facts.has("served"):
        told = introductory.section_128(facts["served"], _period(facts), began, extended=extended)
        yield told
        if not told.feasible:
            yield (
                f"No claim can be issued in time on this notice: the first day, {told.issue_from_minimum.shown()}, is "
                f"after the trial ends, {told.issue_by.shown()}, and the tenancy is then secure (HA 1996 s.125)."
            )


def _demoted(facts: Facts) -> Iterator[Answer]:
    yield demoted.demotion_end(facts["began"])
    if facts.has("served"):
        told = demoted.section_143e(facts["served"], _period(facts), facts["began"])
        yield told
        last = max(told.demotion_end, told.kept_alive_until, key=lambda each: each.value)
        yield (
            f"A claim on this notice must be issued by {last.shown()}, the later of the end of the year and the end of "
            "the six months (HA 1996 s.143B; secondary source)."
        )


def _flexible(facts: Facts) -> Iterator[Answer]:
    end = facts["term-last-day"]
    latest = flexible.non_renewal_latest(end)
    yield latest
    if facts.has("given"):
        flexible.refuse_late_non_renewal(facts["given"], end)
    yield flexible.non_renewal_review_by(facts.get("given", latest.value))
    if facts.has("served"):
        yield flexible.section_107d(facts["served"], end)


def _section_8(facts: Facts, occupancy: Occupancy) -> Iterator[Answer]:
    served, grounds, fixed = facts["served"], facts["ground"], facts.flag("fixed-term")
    regime = regime_for(occupancy, served, facts.get("social-commencement"))
    if regime == "new":
        new = new_regime.new_regime_dates(served, grounds)
        yield new
        written, period = facts.get("specified", new.specified.value), None
    else:
        period = None if fixed else facts.period()
        dates = notices.notice_dates("s8", served, period, grounds, fixed_term=fixed)
        yield dates
        written = facts.get("specified", dates.specified_recommended.value)
    yield notices.claim_dates("s8", served, written, period, grounds, fixed_term=fixed, regime=regime)
    yield notices.dispensation("s8", grounds, regime=regime)
    commencement = commencement_for(occupancy, facts.get("social-commencement"))
    if regime == "old" and commencement is not None:
        yield new_regime.hand_over("s8", served, commencement)
    if facts.has("condition"):
        yield absolute.absolute_window(facts["condition"], facts["event"])


def _shorthold(facts: Facts, occupancy: Occupancy) -> Iterator[Answer]:
    if facts.has("ground"):
        yield from _section_8(facts, occupancy)
        return
    served, commencement = facts["served"], facts.get("social-commencement")
    if regime_for(occupancy, served, commencement) == "new":
        raise BadFact("served", "Section 21 is gone in the new regime.", "Rely on a ground: give --ground.")
    fixed, is_demoted = facts.flag("fixed-term"), occupancy is Occupancy.demoted_provider
    period = None if fixed else facts.period()
    told = section21.section_21(served, period, facts["began"], fixed_term=fixed, demoted=is_demoted)
    yield told
    if not told.service_allowed.value:
        yield (
            f"No claim can rest on a notice served that day: serve it on {told.first_service.shown()} or later "
            "(HA 1988 s.21(4B); official source)."
        )
    if commencement is not None:
        yield new_regime.hand_over("s21", served, commencement, told.claim_last_day)


def _notice_to_quit(facts: Facts, *, pea: bool = True, deceased: bool = False) -> Iterator[Answer]:
    until = facts.get("agreed-until")
    yield notice_to_quit.notice_to_quit(
        facts["served"], _period(facts), pea=pea, deceased=deceased, contract_until=until
    )


def _licence(facts: Facts) -> Iterator[Answer]:
    yield notice_to_quit.licence_notice(facts["served"])


def _interim(facts: Facts) -> Iterator[Answer]:
    yield notice_to_quit.interim_notice(facts["duty"])
    yield (
        "No notice to quit and no court order is needed. Check first that the full duty was not accepted: under it the "
        "place is a dwelling, and a notice to quit of four weeks and an order are (Dacorum v Bucknall [2017] EWHC 2094 "
        "(QB); official source)."
    )


def _former(facts: Facts) -> Iterator[Answer]:
    yield reply_by(facts["letter"])
    if facts.has("due"):
        limit = last_day_to_sue(facts["due"], "rent")
        yield limit
        if limit.value < facts["letter"]:
            yield "That rent was out of time before the letter was written: leave it out of the claim."


def _trespass(facts: Facts) -> Iterator[Answer]:
    yield trespass_service_latest(facts["hearing"], facts.get("land", "residential"))


def _past_end(facts: Facts) -> Iterator[Answer]:
    occupancy = occupancy_named(facts["occupancy"])
    found = past_end(
        occupancy,
        facts["began"],
        facts["on"],
        extended=facts.flag("extended"),
        kept_alive_until=facts.get("kept-alive-until"),
        term_last_day=facts.get("term-last-day"),
    )
    if found is None and occupancy is Occupancy.flexible and not facts.has("term-last-day"):
        raise BadFact("term-last-day", "A flexible tenancy ends with its term.", "Give the last day of the term.")
    yield found if found is not None else "The recorded occupancy type can still be right on that day."


def occupancy_named(text: str) -> Occupancy:
    """The occupancy type of that name. Raises BadFact."""
    wanted = text.replace("-", "_")
    if wanted in tuple(Occupancy):
        return Occupancy(wanted)
    raise BadFact("occupancy", f"'{text}' is not an occupancy type.", f"Choose one of: {', '.join(Occupancy)}.")


_QUIT = ("served", "period", "anchor")
TRACKS: tuple[Question, ...] = (
    Question(
        "secure",
        ("served", "ground"),
        notice_facts("condition", "event", "relevant-date"),
        _secure,
        Occupancy.secure,
    ),
    Question(
        "secure-fixed",
        ("ground",),
        ("served", "specified", "condition", "event"),
        _secure_fixed,
        Occupancy.secure_fixed,
    ),
    Question(
        "introductory",
        ("began",),
        ("served", "period", "anchor", "extended", "extension-served"),
        _introductory,
        Occupancy.introductory,
    ),
    Question("demoted-council", ("began",), _QUIT, _demoted, Occupancy.demoted_council),
    Question(
        "demoted-provider",
        ("served",),
        notice_facts("ground", "began", "condition", "event", "fixed-term", "social-commencement"),
        lambda facts: _shorthold(facts, Occupancy.demoted_provider),
        Occupancy.demoted_provider,
    ),
    Question("flexible", ("term-last-day",), ("given", "served"), _flexible, Occupancy.flexible),
    Question(
        "assured",
        ("served", "ground"),
        notice_facts("fixed-term", "condition", "event", "social-commencement"),
        lambda facts: _section_8(facts, Occupancy.assured),
        Occupancy.assured,
    ),
    Question(
        "assured-shorthold",
        ("served",),
        notice_facts("ground", "began", "fixed-term", "condition", "event", "social-commencement"),
        lambda facts: _shorthold(facts, Occupancy.assured_shorthold),
        Occupancy.assured_shorthold,
    ),
    Question(
        "assured-market",
        ("served", "ground"),
        notice_facts("fixed-term", "condition", "event"),
        lambda facts: _section_8(facts, Occupancy.assured_market),
        Occupancy.assured_market,
    ),
    Question("non-secure-ta", _QUIT, ("agreed-until",), _notice_to_quit, Occupancy.non_secure_ta),
    Question("licence-ta", ("served",), (), _licence, Occupancy.licence_ta),
    Question("interim-ta", ("duty",), (), _interim, Occupancy.interim_ta),
    Question("garage", _QUIT, ("agreed-until",), lambda facts: _notice_to_quit(facts, pea=False), Occupancy.garage),
    Question("former-tenant", ("letter",), ("due",), _former, Occupancy.former_tenant),
    Question("unauthorised", ("hearing",), ("land",), _trespass, Occupancy.unauthorised),
    Question(
        "death-no-successor",
        _QUIT,
        ("agreed-until",),
        lambda facts: _notice_to_quit(facts, deceased=True),
        Occupancy.death_no_successor,
    ),
    Question(
        "past-end",
        ("occupancy", "began", "on"),
        ("extended", "kept-alive-until", "term-last-day"),
        _past_end,
        title="A type past its end",
    ),
)
