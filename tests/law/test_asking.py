"""`python -m law explain` answers for every track from the command line, with its reasons."""

import json
from datetime import date
from pathlib import Path

import pytest

from law.__main__ import main
from law.asking.cli import QUESTIONS
from law.asking.facts import FACTS
from law.tenancies import Occupancy

WEEKLY = "--period weekly --anchor 2026-01-05"
# (question and facts, a day or words that the answer holds; worked by hand from the same sheets as the corpus)
ASKED = [
    (f"secure --served 2026-11-18 --ground 1 {WEEKLY}", "Sunday 20 December 2026"),
    (f"secure --served 2026-11-18 --ground 1 --specified 2026-12-27 {WEEKLY}", "Monday 27 December 2027"),
    (f"secure --served 2026-11-18 --ground 2 --ground 1 {WEEKLY}", "Thursday 19 November 2026"),
    (f"secure --served 2026-11-06 --ground 84A --condition 4 --event 2026-10-01 {WEEKLY}", "Thursday 31 December 2026"),
    (f"secure --served 2026-11-06 --ground 1 --relevant-date 2026-03-10 {WEEKLY}", "Tuesday 9 March 2027"),
    ("secure-fixed --ground 1", "specifies no date"),
    ("secure-fixed --ground 84A --served 2026-11-06", "Sunday 6 December 2026"),
    ("introductory --began 2026-01-05", "Monday 4 January 2027"),
    ("introductory --began 2026-01-05 --extension-served 2026-11-10", "served too late: the last day was Monday 9 Nov"),
    ("introductory --began 2026-01-05 --extension-served 2026-11-09", "Sunday 22 November 2026"),
    (f"introductory --began 2026-01-05 --served 2026-11-20 {WEEKLY}", "Thursday 3 December 2026"),
    ("demoted-council --began 2026-03-02", "Monday 1 March 2027"),
    (f"demoted-council --began 2026-03-02 --served 2027-02-01 {WEEKLY}", "Saturday 31 July 2027"),
    (f"demoted-council --began 2026-03-02 --served 2026-03-10 {WEEKLY}", "must be issued by Monday 1 March 2027"),
    (f"demoted-provider --began 2026-03-02 --served 2026-11-02 {WEEKLY}", "Saturday 2 January 2027"),
    ("flexible --term-last-day 2027-03-31", "Wednesday 30 September 2026"),
    ("flexible --term-last-day 2027-03-31 --served 2027-03-31", "Tuesday 1 June 2027"),
    (f"assured --served 2026-11-02 --ground 8 --ground 10 {WEEKLY}", "Monday 16 November 2026"),
    (f"assured --served 2026-11-02 --ground 7A --condition 1 --event 2026-01-15 {WEEKLY}", "Thursday 14 January 2027"),
    (f"assured --served 2027-09-01 --ground 8 --social-commencement 2027-10-01 {WEEKLY}", "Friday 31 December 2027"),
    ("assured --served 2027-10-01 --ground 8 --social-commencement 2027-10-01", "Friday 29 October 2027"),
    (f"assured-shorthold --served 2026-11-02 --began 2026-01-01 {WEEKLY}", "Saturday 2 January 2027"),
    (
        "assured-shorthold --served 2027-09-01 --began 2026-01-01 --fixed-term --social-commencement 2027-10-01",
        "Friday 31 December 2027",
    ),
    ("assured-shorthold --served 2026-03-02 --began 2026-01-01 --fixed-term", "serve it on Friday 1 May 2026 or later"),
    (
        "assured-shorthold --served 2026-11-02 --began 2026-01-01 --period quarterly --anchor 2026-01-01"
        " --social-commencement 2027-06-01",
        "The last day to ask for a claim on the old notice is Friday 30 July 2027",
    ),
    (f"assured-shorthold --served 2026-11-02 --ground 12 {WEEKLY}", "Monday 16 November 2026"),
    (f"assured-market --served 2026-04-20 --ground 8 {WEEKLY}", "Friday 31 July 2026"),
    ("assured-market --served 2026-11-02 --ground 14", "Monday 16 November 2026"),
    ("assured-market --served 2026-11-02 --ground 8", "Monday 30 November 2026"),
    (f"non-secure-ta --served 2026-11-20 {WEEKLY}", "Sunday 20 December 2026"),
    ("licence-ta --served 2026-11-20", "Friday 18 December 2026"),
    ("interim-ta --duty s.188", "is reasonable"),
    ("interim-ta --duty s.190(2)", "No notice to quit and no court order is needed"),
    (f"garage --served 2026-11-02 {WEEKLY}", "Monday 9 November 2026"),
    ("former-tenant --letter 2026-12-01 --due 2020-11-02", "Monday 2 November 2026"),
    ("former-tenant --letter 2026-12-01", "Thursday 31 December 2026"),
    ("unauthorised --hearing 2027-01-14", "Wednesday 6 January 2027"),
    (f"death-no-successor --served 2026-11-20 {WEEKLY}", "Saturday 19 December 2026"),
    ("past-end --occupancy introductory --began 2025-01-06 --on 2026-11-22", "probably become a secure"),
    (
        "past-end --occupancy demoted_council --began 2026-03-02 --on 2027-04-01 --kept-alive-until 2027-07-31",
        "can still be right",
    ),
    (
        "past-end --occupancy flexible --began 2022-01-03 --on 2027-01-03 --term-last-day 2027-01-02",
        "ended on Saturday",
    ),
    ("past-end --occupancy secure --began 2025-01-06 --on 2026-11-22", "can still be right"),
    (
        "notice-service --method first_class_post --sent 2026-12-24 --landlord council",
        "Wednesday 30 December 2026",
    ),
    ("homelessness --expires 2026-10-31", "Saturday 5 September 2026"),
    ("hand-over --notice s8 --served 2026-04-01 --commencement 2026-05-01", "Friday 31 July 2026"),
    ("issue --issued 2026-11-30", "Tuesday 29 December 2026"),
    ("issue --issued 2026-11-26", "That day is Christmas Day: a court lists on a working day"),
    ("regime --occupancy assured --on 2026-11-22", "no order has named the day"),
    (
        "regime --occupancy assured_market --on 2026-08-01 --notice s8 --served 2026-04-20",
        "A claim may still be asked for on the old notice: no;",
    ),
    ("clear-days --days 3 --from 2026-10-20 --hearing 2027-01-22", "Monday 18 January 2027"),
    ("clear-days --days 14 --from 2026-12-11 --at-court-office", "Tuesday 29 December 2026"),
    ("clear-days --days 14 --from 2026-12-11", "its own day left out: Friday 25 December 2026 (CPR 2.8(2)-(3))"),
    ("hearing --hearing 2027-01-27 --route pcs --issued 2026-11-20", "the Online Procedure Rules may set another time"),
    ("claim-form --sent 2026-12-23", "Tuesday 29 December 2026"),
    ("claim-form --sent 2026-12-07", "Wednesday 9 December 2026"),
    ("clear-days --days 2 --hearing 2027-01-27", "Friday 22 January 2027"),
    ("issue --issued 2026-11-30 --route pcs --first-default 2026-02-06", "Online Procedure Rules"),
    ("claim-form --sent 2026-12-04", "Tuesday 22 December 2026"),
    ("court-document --method permitted_address --sent 2026-11-27T17:05", "Monday 30 November 2026"),
    ("defence --served 2026-12-11", "Tuesday 29 December 2026"),
    ("hearing --hearing 2027-01-27", "Friday 22 January 2027"),
    ("application --hearing 2027-01-22", "Monday 18 January 2027"),
    ("accelerated --served 2027-01-22", "Friday 19 February 2027"),
    ("accelerated --order-served 2026-12-11", "Tuesday 29 December 2026"),
    ("suspension --ordered 2027-01-22 --on 2027-03-06 --occupancy assured --ground 8", "Friday 5 March 2027"),
    ("suspension --ordered 2027-01-22 --on 2027-03-06 --occupancy secure --ground 1", "any time before the eviction"),
    ("rent-statement --last-sent 2026-09-07", "Monday 7 December 2026"),
    ("order --ordered 2027-01-22 --days 28", "Friday 19 February 2027"),
    ("order --ordered 2027-01-22 --days 28 --occupancy secure --ground 1", "s.89(1) does not limit this order"),
    (
        "order --ordered 2027-01-22 --days 15 --occupancy assured --ground 8",
        "Saturday 6 February 2027 is after Friday 5 February 2027",
    ),
    ("order --ordered 2027-01-22 --days 14 --occupancy assured --ground 8", "Friday 5 February 2027"),
    ("order --ordered 2027-01-22 --hardship --occupancy assured --ground 8", "Friday 5 March 2027"),
    ("postponed-order --given 2026-12-01", "Wednesday 16 December 2026"),
    ("postponed-order --given 2026-12-01 --determined 2026-12-24", "Tuesday 29 December 2026"),
    (
        "suspended-order --rent 118.42 --instalment 5 --first-payment 2027-02-05 --period weekly --judgment 2,691.75",
        "Friday 29 May 2037",
    ),
    (
        "suspended-order --rent £118.42 --instalment 5 --first-payment 2027-02-05 --period weekly --judgment 2691.75"
        " --receipt 2027-02-05=123.42 --on 2027-02-15",
        "£123.42 short",
    ),
    (
        "suspended-order --rent 118.42 --instalment 5 --first-payment 2027-02-05 --period weekly --judgment 2691.75"
        " --lump-sum 2027-02-05=1691.75",
        "Friday 29 November 2030",
    ),
    ("writ --ordered 2027-01-22 --on 2027-03-01 --delivered 2027-03-01 --issued 2027-03-01", "Tuesday 16 March 2027"),
    ("writ --ordered 2027-01-22 --on 2027-04-22 --against trespassers --reason loss", "Thursday 22 April 2027"),
    ("filing --sent 2026-12-24T16:01", "Tuesday 29 December 2026"),
    ("hold --hold standard --step notice_arrears", "void"),
    ("hold --hold stay --step warrant", "is barred: while the court stays"),
    ("hold --hold stay --step notice", "stays open under 'stay'"),
    ("insolvency --made 2026-03-01", "Sunday 28 February 2027"),
    (
        "moratorium-limit --limit 2026-12-01 --moratorium-from 2026-12-01 --moratorium-to 2027-01-29",
        "Thursday 25 March 2027",
    ),
    ("benefit-rates --on 2025-11-20 --household single_25_or_over", "£40.01"),
    ("benefit-rates --on 2026-11-20 --household couple_under_25", "to be confirmed"),
    ("benefit-rates --on 2025-11-20", "£4.65"),
    ("benefit-rates --on 2026-11-20 --household single_25_or_over", "deduction for rent is £84.98"),
    ("money-claim --letter 2026-12-01 --intention-sent 2026-12-01", "Wednesday 16 December 2026"),
    ("money-claim --served 2026-12-11", "Tuesday 29 December 2026"),
    ("limitation --due 2020-11-02 --acknowledged 2023-05-04", "Friday 4 May 2029"),
    (
        "limitation --due 2020-11-02 --moratorium-from 2026-09-04 --moratorium-to 2026-11-02",
        "Sunday 27 December 2026",
    ),
    ("enforcing-a-debt --judgment 49.99", "Attachment of earnings needs at least £50.00 owed."),
    ("warrant --possession-date 2027-02-19", "Saturday 20 February 2027"),
    (
        "warrant --possession-date 2027-02-19 --suspended --breach payment --ordered 2021-02-10 --on 2027-02-10",
        "The form that asks for the warrant is N244",
    ),
    ("warrant --possession-date 2027-02-19 --expires-on 2027-11-30", "Thursday 30 November 2028"),
    (
        "warrant --possession-date 2027-02-19 --suspended --breach payment --ordered 2021-02-10 --on 2027-02-10"
        " --issued 2026-12-01 --granted 2027-03-01",
        "Tuesday 30 November 2027",
    ),
    ("eviction --delivered 2026-12-07", "Tuesday 22 December 2026"),
    ("eviction --eviction 2027-01-14", "Wednesday 30 December 2026"),
    ("eviction --eviction 2027-01-14 --delivered 2026-12-07", "Wednesday 30 December 2026"),
    ("goods --given 2026-11-30 --money-claimed", "Sunday 28 February 2027"),
    ("breathing-space --registered 2026-11-02 --served 2026-11-20", "Friday 1 January 2027"),
    (
        "breathing-space --registered 2026-11-02 --treatment-stops 2026-12-10 --step warrant_arrears"
        " --sent 2026-12-24 --by-post",
        "Friday 8 January 2027",
    ),
    ("ground-8 --rent 120 --period weekly", "£960.00"),
    ("ground-8 --rent 120 --period weekly --arrears-at-notice 960 --arrears-at-hearing 959.99", "£0.01 short"),
    (
        "rent-due --on 2026-11-20 --line rent:2026-11-02=500 --line court_cost:2026-11-03=415",
        "due and unpaid is £500.00",
    ),
    (
        "rent-due --on 2026-11-20 --line rent:2026-11-02=500 --line payment:2026-11-09=-120:court_cost"
        " --line service_charge:2026-11-02=9 --reserved service_charge --frozen-from 2026-11-02 --regime new"
        " --awaited universal_credit:2026-11-01:2026-11-30:2026-12-07=300"
        " --awaited housing_benefit:2026-11-01:2026-11-30:2026-11-19=30",
        "Ground 8 is £309.00",
    ),
    ("daily-rate --rent 118.42 --period weekly", "£16.92"),
    ("daily-rate --rent 120 --period weekly", "paid to the landlord is £960.00"),
    ("daily-rate --rent 118.42 --period weekly --convention annual_365 --rent-weeks 48", "£15.57"),
    ("interest --sum 1842.60 --from 2026-07-01 --to 2027-01-27", "£84.81"),
    ("judgment-interest --judgment 6420 --from 2027-02-05 --to 2027-03-07", "£42.21"),
    ("use-and-occupation --sum 16.92 --from 2027-01-27 --to 2027-04-14", "£1,302.84"),
    ("fee --kind claim --on 2026-07-13", "£415.00"),
    ("fee --kind warrant --on 2026-11-22", "to be confirmed"),
    ("fee --kind adjournment --on 2026-11-01 --hearing 2026-11-15 --agreed", "£0.00"),
    ("fee --kind money_claim --sum 1200", "£80.00"),
    ("fixed-costs --sum 415", "£541.75"),
    ("fixed-costs --sum 415 --defendants 2", "£564.25"),
    ("fixed-costs --sum 415 --accelerated", "£494.50"),
    ("deduction --sum 424.90 --per-cent 15", "£63.74"),
    ("deduction --sum 92.05", "£4.65"),
]


def asked(words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(["explain", *words.split()])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize(("words", "holds"), ASKED, ids=[words for words, _ in ASKED])
def test_a_question_is_answered(words: str, holds: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = asked(words, capsys)
    assert code == 0
    assert holds in out


@pytest.mark.parametrize("words", [words for words, _ in ASKED])
def test_the_json_holds_the_sentence_steps_authority_and_mark(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = asked(f"{words} --json", capsys)
    assert code == 0
    for told in json.loads(out)["answers"]:
        assert told["sentence"]
        if "steps" in told:
            assert told["authority"]
            assert told["confidence"] in "ABC"
            assert told["table_version"]
            if len(str(told["value"])) == 10 and told["value"][4] == "-":
                assert told["steps"][-1]["on"] == told["value"]
                assert date.fromisoformat(told["value"])


def test_every_occupancy_type_can_be_asked_about() -> None:
    assert {question.occupancy for question in QUESTIONS.values()} >= set(Occupancy)
    assert {words.split()[0] for words, _ in ASKED} == set(QUESTIONS)


def test_every_fact_belongs_to_a_question() -> None:
    used = {name for question in QUESTIONS.values() for name in (*question.needs, *question.takes)}
    assert used == set(FACTS)


def test_the_steps_show_days_their_words_leave_out(capsys: pytest.CaptureFixture[str]) -> None:
    words = "suspended-order --rent 5 --instalment 5 --first-payment 2027-02-05 --period weekly --judgment 20"
    _, out, _ = asked(f"{words} --receipt 2027-02-05=10 --on 2027-02-06", capsys)
    assert "[Saturday 6 February 2027]" in out


def test_an_answer_said_twice_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = asked(f"secure --served 2026-11-18 --ground 1 {WEEKLY}", capsys)
    assert out.count("The first day a claim may be issued") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (f"assured --served 2026-11-02 --ground 99 {WEEKLY}", "There is no Ground '99'"),
        (f"assured --served 2026-11-02 --ground 2A {WEEKLY}", "not in HA 1988 Sch 2"),
        ("secure --served 2026-11-02 --ground 1", "must run to the end of a period"),
        ("secure --served 2026-11-02 --ground 1 --period weekly", "Give the first day of any one period"),
        ("secure --served 2026-02-30 --ground 1", "'2026-02-30' is not a day"),
        ("secure --served 20261102 --ground 1", "'20261102' is not a day"),
        ("secure --served 2026-11-02 --ground 1 --period daily", "'daily' is not a rent period known here"),
        (f"secure --served 2026-11-18 --ground 1 --specified 2026-12-19 {WEEKLY}", "earlier than the law allows"),
        ("introductory --began 2026-01-05 --served 2026-11-20", "Give --period"),
        ("court-document --method personal --sent 2026-11-27T99:05", "is not a day and hour"),
        ("interest --sum ten --from 2026-07-01 --to 2027-01-27", "'ten' is not a sum"),
        ("interest --sum 1.005 --from 2026-07-01 --to 2027-01-27", "'1.005' is not whole pence"),
        ("interest --sum NaN --from 2026-07-01 --to 2027-01-27", "'NaN' is not whole pence"),
        ("order --ordered 2027-01-22 --days some", "'some' is not a whole number"),
        ("past-end --occupancy castle --began 2025-01-06 --on 2026-11-22", "'castle' is not an occupancy type"),
        ("eviction", "Give --delivered: the day the notice of eviction was delivered"),
        (
            "suspended-order --rent 5 --instalment 5 --first-payment 2027-02-05 --period weekly --judgment 20"
            " --receipt 10 --on 2027-02-06",
            "'10' is not a day and a sum",
        ),
        ("rent-due --on 2026-11-20 --line rent=5", "'rent=5' is not a line"),
        ("rent-due --on 2026-11-20 --line rent:2026-11-20=5 --awaited pension:1=5", "'pension:1=5' is not an award"),
        ("rent-due --on 2026-11-20 --line gift:2026-11-20=5", "'gift' is not known here"),
        ("flexible --term-last-day 2027-03-31 --given 2026-10-01", "Less than six months of the term"),
        ("secure-fixed --ground 16", "not in HA 1985 Sch 2"),
        ("past-end --occupancy flexible --began 2025-01-06 --on 2026-11-22", "Give the last day of the term"),
        ("clear-days --days 3", "Give --from"),
        ("accelerated", "Give --served"),
        (
            "assured-shorthold --served 2027-10-02 --began 2026-01-01 --social-commencement 2027-10-01",
            "Section 21 is gone in the new regime",
        ),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_would_mend_it(
    words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = asked(words, capsys)
    assert (code, out) == (2, "")
    assert said in err


def test_a_refusal_in_json_names_its_kind_field_rule_and_mend(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = asked(f"assured --served 2026-11-02 --ground 99 {WEEKLY} --json", capsys)
    assert code == 2
    assert json.loads(err) == {
        "refused": "UnknownGround",
        "field": "grounds",
        "rule": "There is no Ground '99'.",
        "mend": "Check the number against the schedule.",
    }


def test_a_fact_the_question_does_not_take_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["explain", "licence-ta", "--served", "2026-11-20", "--ground", "1"])
    assert stopped.value.code == 2
    assert "--ground" in capsys.readouterr().err


def test_each_ground_is_told_with_its_test_its_conditions_and_whose_words_state_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = asked(f"assured --served 2026-11-02 --ground 8 --ground 10 {WEEKLY}", capsys)
    assert "Ground 8, Serious rent arrears. If it is proved, the court must order possession." in out
    assert "Tested: twice: when the notice is served, and again at the hearing. Notice: two weeks" in out
    assert "Ground 10, Some rent unpaid." in out
    assert out.count("The text used for the ground is our own words") == 2


def test_an_installed_text_is_used_from_its_day_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {
        "schedule": "HA1988",
        "ground": "8",
        "text": "Words of a sample.",
        "source": "a sample file",
        "from": "2026-11-02",
    }
    for name, text in (
        ("texts.json", json.dumps({"texts": [row]})),
        ("texts.toml", "[[texts]]\n" + "".join(f'{key} = "{value}"\n' for key, value in row.items())),
    ):
        file = tmp_path / name
        file.write_text(text, "utf-8")
        words = f"assured --ground 8 --texts {file} {WEEKLY} --served"
        _, out, _ = asked(f"{words} 2026-11-02", capsys)
        assert "\nWords of a sample.\n" in out
        assert "The text used for the ground is the official text" in out
        assert "from a sample file, in force from Monday 2 November 2026" in out
        _, before, _ = asked(f"{words} 2026-11-01", capsys)
        assert "is our own words" in before
        assert main(["table", "--json", "--texts", str(file)]) == 0
        found = json.loads(capsys.readouterr().out)
        assert [(held["text"], held["to"]) for held in found["official_texts"]] == [("Words of a sample.", "now")]
        said = {each["official text"] for each in found["grounds"]}
        assert said == {
            "not installed: our own words are used",
            "installed from Monday 2 November 2026 to now (a sample file)",
        }
        assert main(["table", "--texts", str(file)]) == 0
        assert "## Official texts installed" in capsys.readouterr().out


def test_a_text_that_has_ended_says_when(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.toml"
    file.write_text(
        "[[texts]]\nschedule='HA1985'\nground='1'\ntext='x'\nsource='y'\nfrom=2020-01-01\nto=2020-01-02\n", "utf-8"
    )
    assert main(["table", "--texts", str(file)]) == 0
    assert "installed from Wednesday 1 January 2020 to Thursday 2 January 2020 (y)" in capsys.readouterr().out


@pytest.mark.parametrize("question", ["table", f"explain secure --served 2026-11-18 --ground 1 {WEEKLY}"])
def test_a_file_of_texts_that_cannot_be_used_is_refused(
    question: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "texts.toml"
    assert main([*question.split(), "--texts", str(file)]) == 2
    assert "cannot be read" in capsys.readouterr().err
    file.write_text("[[texts]]\nschedule='HA1985'\nground='99'\ntext='x'\nsource='y'\nfrom=2020-01-01\n", "utf-8")
    assert main([*question.split(), "--json", "--texts", str(file)]) == 2
    assert json.loads(capsys.readouterr().err)["field"] == "texts 1 ground"


def test_a_track_says_what_its_notices_must_say_and_how_they_are_served(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = asked("interim-ta --duty s.188", capsys)
    assert "    Must say: the day to leave, reasonable in the circumstances" in out
    assert "  Ways to serve a notice: Handed to the tenant" in out
    assert "  Court papers: no claim is needed, so none" in out


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (f"secure --served 2026-11-18 --ground 1 {WEEKLY}", ["s83", "s83-ground-2", "s83za", "s83-demotion"]),
        ("secure-fixed --ground 1", ["s83-fixed", "s83za"]),
        (f"assured --served 2026-11-02 --ground 8 {WEEKLY}", ["s8", "s6a-demotion"]),
        ("assured --served 2027-10-01 --ground 8 --social-commencement 2027-10-01", ["s8-new"]),
        (f"assured-shorthold --served 2026-11-02 --began 2026-01-01 {WEEKLY}", ["s8", "s21"]),
        ("assured-market --served 2026-11-02 --ground 8", ["s8-new"]),
        (f"assured-market --served 2026-04-02 --ground 8 {WEEKLY}", ["s8"]),
        ("flexible --term-last-day 2027-03-31", ["s83-fixed", "s83za", "s107d-nonrenewal", "s107d-possession"]),
        ("unauthorised --hearing 2027-01-14", ["trespass-letter"]),
    ],
)
def test_the_notices_named_are_those_of_the_type_on_the_day(
    words: str, codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = asked(f"{words} --json", capsys)
    found = json.loads(out)
    assert [row["notice"] for row in found["notices"]] == codes
    assert found["ways_to_serve"]
    assert found["court_papers"]


def test_a_trial_that_ends_before_any_claim_could_be_issued_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    said = "No claim can be issued in time on this notice"
    _, late, _ = asked(f"introductory --began 2026-01-05 --served 2026-12-10 {WEEKLY}", capsys)
    assert f"{said}: the first day, Monday 11 January 2027, is after the trial ends, Monday 4 January 2027" in late
    _, good, _ = asked(f"introductory --began 2026-01-05 --served 2026-11-20 {WEEKLY}", capsys)
    assert said not in good


def test_rent_out_of_time_when_the_letter_is_written_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    said = "That rent was out of time"
    _, late, _ = asked("former-tenant --letter 2026-12-01 --due 2020-11-30", capsys)
    assert said in late
    _, good, _ = asked("former-tenant --letter 2026-12-01 --due 2020-12-01", capsys)
    assert said not in good
