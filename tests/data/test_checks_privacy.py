"""A fødselsnummer is found wherever it hides, is never repeated, and is seldom seen where it is not."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from data.checks import Concern, Severity, State, Words, findings, requirements
from data.checks.privacy.numbers import is_national_id
from data.checks.tables import table
from data.checks.texts import MEETING, NESTED, PARTS, text_parts, texts_of
from data.meeting import Consent, ConsentState, Meeting, Note
from data.parking import Matter, channel_words
from data.part import Part, Value
from data.text import Line, Prose
from tests.data.complete_meeting import complete_meeting

TEST_PERSON = "17912099997"
"""Born in the month 91, so nobody."""


def numbered(born: str) -> str:
    """Give six digits with the first five after them whose control sums hold."""
    for number in range(100, 1000):
        digits = f"{born}{number}"
        for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
            total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
            digits += str(-total % 11)
        if len(digits) == 11:
            return digits
    raise AssertionError(born)


def test_a_test_number_is_known() -> None:
    assert is_national_id(TEST_PERSON)


@pytest.mark.parametrize("born", ["018123", "418123", "014123", "719223"], ids=str)
def test_test_numbers_and_d_numbers_are_known(born: str) -> None:
    assert is_national_id(numbered(born))


@pytest.mark.parametrize("position", range(11))
def test_one_wrong_digit_and_it_is_just_a_number(position: int) -> None:
    wrong = str((int(TEST_PERSON[position]) + 1) % 10)

    assert not is_national_id(TEST_PERSON[:position] + wrong + TEST_PERSON[position + 1 :])


@pytest.mark.parametrize("born", ["008123", "328123", "728123", "018023", "019323", "011323"])
def test_a_number_that_begins_with_no_day_of_the_year_is_just_a_number(born: str) -> None:
    assert not is_national_id(numbered(born))


@pytest.mark.parametrize("form", ["{}", "f. {}.", "({})", "a\n{}\nb"])
def test_it_is_found_in_a_text_and_not_repeated(form: str) -> None:
    meeting = complete_meeting().having({"summary": form.format(TEST_PERSON)})

    (finding,) = findings(meeting)

    assert (finding.rule, finding.field) == ("privacy.national_id", "summary")
    assert TEST_PERSON not in finding.message
    assert finding.kind is Concern.PRIVACY


def test_each_number_is_pointed_out_and_proposed_struck_out() -> None:
    first, second = findings(complete_meeting().having({"summary": f"{TEST_PERSON} og {TEST_PERSON}."}))

    assert (first.words, second.words) == (Words(0, 11, ""), Words(15, 26, ""))


@pytest.mark.parametrize("gap", [" ", "-", "."])
def test_it_is_found_though_it_is_split(gap: str) -> None:
    split = f"{TEST_PERSON[:6]}{gap}{TEST_PERSON[6:]}"

    assert findings(complete_meeting().having({"purpose": split}))


def test_inside_a_longer_number_it_is_nothing() -> None:
    meeting = complete_meeting().having({"summary": f"9{TEST_PERSON} {TEST_PERSON}9"})

    assert not findings(meeting)


def test_each_place_is_named() -> None:
    meeting = complete_meeting()
    entry = meeting.entries[0].having({"comment": TEST_PERSON})
    meeting = meeting.having({"entries": (entry, *meeting.entries[1:]), "copies_to": TEST_PERSON})

    asked = next(one for one in requirements(meeting) if one.rule == "privacy.national_id")

    assert asked.state is State.CONSIDER
    assert [finding.field for finding in asked.findings] == ["copies_to", f"entries/{entry.id}/comment"]


def test_private_notes_are_nobodys_business() -> None:
    notes = (Note(id="runde1", text=TEST_PERSON),)

    assert not findings(complete_meeting().having({"notes": notes}))


def text_fields(model: type[Value]) -> set[str]:
    """Give the fields of a model that hold text from people: those cleaned at the border."""
    return {name for name, annotation in model.field_types.items() if annotation in {Line, Prose}}


def test_the_list_of_texts_names_every_text_field_of_the_models() -> None:
    """A field added to the models is searched, or this fails."""
    assert set(MEETING) == text_fields(Meeting)
    for name, fields in NESTED.items():
        assert set(fields) == text_fields(type(getattr(complete_meeting(), name))), name
    fields = list(Meeting.field_types)
    written = fields[: fields.index("kept")]  # what stands after is in no document
    for name, annotation in Meeting.field_types.items():
        parts = [arg for arg in get_args(annotation) if isinstance(arg, type) and issubclass(arg, Part)]
        if parts and name in written:
            assert set(PARTS[name]) == text_fields(parts[0]), name


def test_the_texts_stand_under_their_paths() -> None:
    written = {
        f"{path}{field}": text
        for path, part, fields in text_parts(complete_meeting())
        for field, text in zip(fields, texts_of(part, fields), strict=True)
    }

    assert written["place"] == "Rådhuset, rom 2"
    assert written["next_meeting/theme"] == "Veien videre"
    assert written["entries/runde1:p5/challenge"] == "Sover lite."


# The rest of what should not stand there

FOUND = [
    ("account", "Betal til [1234 56 78903] før turen."),
    ("account", "Konto [1234.56.78903]."),
    ("phone", "Ring mor på [912 34 567]."),
    ("phone", "Hun svarer på [22 22 22 22] etter klokka fire."),
    ("phone", "Tlf. [99999999]."),
    ("phone", "Ring mor på [9123 4567]."),
    ("phone", "Ring mor på [(+47) 912 34 567]."),
    ("phone", "Ring mor på [0047 912 34 567]."),
    ("phone", "Mobil: [912-34-567]"),
    ("phone", "Mobil [912.34.567]."),
    ("phone", "Uke 40: ring [91 23 45 67]."),
    ("phone", "Farmor har [+46 70 123 45 67]."),
    ("phone", "Tlf.[91234567], etter klokka fire."),
    ("phone", "Ring mor på [91 234 567] eller [912 34567]."),
    ("phone", "Ring far på [91234 567]."),
    ("phone", "Mobil [91-23-45-67] eller [91.23.45.68]."),
    ("phone", "Mor [69123456]/[91234567]."),
    ("phone", "Side 3: ring [91 23 45 67]."),
    ("phone", "Saksbehandler [91 23 45 67]."),
    ("phone", "Referent [22 12 34 57]."),
    ("account", "Konto [1234-56-78903]."),
    ("account", "Konto [NO93 8601 1117 947]."),
    ("national_id", "Han har [17.91.20.999.97]."),
    ("national_id", "Han har [17 91 20 / 99997]."),
    ("national_id", "Han har [179120\n99997]."),
    ("national_id", "Han har [179120 -\n99997]."),
    ("national_id", "Uke 12 [179120 99997]"),
    ("national_id", "| Per | [179120 99997] |"),
    ("national_id", "Per | [179120 | 99997] | 5B"),
    ("national_id", "Personnummeret er [99997]."),
    ("national_id", "F.nr. [99997] står i mappa."),
    ("mail", "Send til [mor.eksempel@epost.example] i dag."),
    ("address", "Familien bor i [Storgata 12 B]."),
    ("address", "De flytter til [Nordre gate 3] i mars."),
    ("address", "Hentes i [Skoleveien 4]."),
    ("address", "De bor i [Fjellveien]."),
    ("address", "Brevet går til [Postboks 12]."),
    ("address", "Skysstasjonen, [2670 OTTA]."),
    ("mail", "Skriv til [mor.eksempel(at)epost.example]."),
    ("mail", "Skriv til [mor.eksempel (krøll) epost.example]."),
    ("address", "Familien bor i [Storgata 5b]."),
    ("address", "De bor i [storgata 5] med far."),
    ("address", "Post går til [Storgt. 5] og [Kirkev. 7]."),
    ("address", "Brevet går til [Pb. 12], [2670 Otta]."),
    ("address", "Brevet går til [P.b. 12] eller [PB 12]."),
    ("address", "Han bor på [Nedre Kladdås 4]."),
    ("address", "[Adresse: Testgård 3]"),
    ("address", "Hentes i [Fjordveien nr. 4]."),
    ("birth_date", "Per ([f. 3.4.15]) går i 5B."),
    ("birth_date", "Per, [f: 3.4.15], og søsteren, [født '17]."),
    ("birth_date", "Hun er [født 030415]."),
    ("birth_date", "Hun er [født på våren 2015]."),
    ("birth_date", "[Fødselsår: 2015]"),
    ("birth_date", "[Bursdagen hans er 3. april]."),
    ("birth_date", "Han [fyller ti 3. april]."),
    ("strangers", "Timen er hos [Georg von Tenkt]."),
    ("strangers", "[Áile Sara Tenkt] har to timer i uka."),
    ("strangers", "Broren [Máhtte] er med."),
    ("strangers", "[Ann-Mari] og [Lill-Ann] er venner."),
    ("barnevern", "[Bvtj]. er koblet inn, og [b.v.] følger opp."),
    ("barnevern", "[BV-tjenesten] og [barneverns-teamet] er med."),
    ("barnevern", "Saken går til [barneverns-] og helsenemnda."),
    ("barnevern", "Han bor i [fosterhjem] fra mai."),
    ("consent", "Hun har dårlig [helse] i år."),
    ("birth_date", "Hun er [født 3. mai]."),
    ("birth_date", "Han [fyller år 3. mai]."),
    ("birth_date", "Han [fyller 12 år 3. mai], midt i uka."),
    ("birth_date", "Eleven er [født i mars 2014]."),
    ("birth_date", "Hun har [fødselsdag: 3/5-2014]."),
    ("birth_date", "Per er [født 12.03.2014] og går på skolen."),
    ("matters", "[Det fattes vedtak] om spesialundervisning i juni."),
    ("birth_date", "Eleven ([f. 2014]) har vedtak."),
    ("birth_date", "Hun har [bursdag 3. mai]."),
    ("birth_date", "[Fødselsdato: 12. mars 2014]"),
    ("strangers", "Hun leker med [Silje Tenkt] i friminuttet."),
    ("strangers", "Naboen [Trond] følger til bussen."),
    ("strangers", "Klassekameraten [Ahmed] er med."),
    ("strangers", "[Nils-Petter] henter ham på fredager."),
    ("strangers", "[Jonas]' mor henter på fredager."),
    ("strangers", "[Emmas] bror går i samme klasse."),
    ("strangers", "Hun leker med [Nora Tenkt-Tull] på SFO."),
    ("barnevern", "[Barnevernstjenesten] har hatt møte."),
    ("barnevern", "Skolen ringte [bv] i mai."),
    ("barnevern", "[Barnevernet] er koblet på."),
    ("barnevern", "Skolen har sendt [bekymringsmelding]."),
    ("barnevern", "Familien har hjelp fra [barneverntjenesten]."),
    ("consent", "Han tar [medisinene] selv."),
    ("consent", "Ny [medisinering] fra mars."),
    ("matters", "Far er [misfornøyd med læreren]."),
    ("matters", "Mor [klager på timetallet]."),
    ("matters", "PPT [viste hvordan metoden] virker."),
    ("matters", "Det er [uklart hvem som] har ansvaret."),
    ("matters", "[Gruppa vedtar] fire timer."),
    ("matters", "Det er en [konflikt mellom foreldrene]."),
]

LEFT_ALONE = [
    "Møtet er på rom 204 klokka 09.00.",
    "Vedtaket gjelder fra 12.03.2026.",
    "Hun går i 4. klasse og er ti år.",
    "Mor Eksempel og Kari Kladd henter.",
    "Ola og Per møter Liv på skolen.",
    "Barnevernspedagogen på skolen er med.",
    "Han vil helst være inne.",
    "Helsestasjonen og helsesykepleier følger opp.",
    "Mat og helse er det beste faget, og mors arbeid er et tema.",
    "Solbakken 3. trinn har tur.",
    "Hun er født 12 uker for tidlig.",
    "Elev. 7 timer i uka går til norsk.",
    "Han bor på Kladdås 4 dager i uka.",
    "Fast plass 2 i klasserommet.",
    "Han er fornøyd med læreren.",
    "Konflikter med andre elever er færre.",
    "Skolen har enkeltvedtak om seks timer.",
    "De har lest 12 sider i boka.",
    "Siste uke var han hjemme.",
    "Rådhuset ligger i sentrum.",
    "Boka heter Skoleveien.",
    "Bussen går 07.45 og 14.30.",
    "Uke 40 41 42 43 44 er prosjekt.",
    "Ukene 22, 23, 24 og 25 er sommertid.",
    "Skåre 22 23 24 25.",
    "Resultat 45 50 55 60.",
    "Elev 1 leste 22 34 56 78 ord på fire uker.",
    "PB 45 sekunder på 400 meter, og P.B. 12 min.",
    "Skåre 34 56 78 90 på prøvene.",
    "Skårene er 31, 32 41 22 34.",
    "Poeng: 24 31 28 40",
    "Prøvene ga 45 52 60 71 prosent.",
    "Vekt 32 34 35 36 kg.",
    "Blodtrykk 90 60 95 65.",
    "Oppgave 21 24 26 28 gjenstår, og side 34 36 38 39.",
    "Saksnr. 20267234 i arkivet.",
    "Støtten er 40 500 000 for hele kommunen.",
    "Nummeret på rommet er 20417.",
    "Støtten er 25000000 kroner.",
    "Støtten er 1 250 000 kr i året.",
    "Opplæringsloven § 11-6 gjelder.",
    "Saksnummer 2026/12345 og 26/01234-5.",
    "Skoleåret 2026/2027 og 2027–2028.",
    "Klasse 8B har 24 elever på rom 2204.",
    "Mor fyller ut skjemaet 3. mai.",
    "Han fyller tolv år i vår.",
    "Hun er født for tidlig.",
    "Møteplan 12.1., 9.2. og 9.3. 2027.",
    "Møtet varer fra 09.00 til 10.00.",
    "Han er i Storgata på tur.",
    "Per-modellen er grei.",
    "Liv og røre i gangen gjør ham sliten.",
    "Tiltak T12 og T14 fortsetter.",
]


def saying(text: str) -> Meeting:
    """Give a whole meeting that says something in its summary, where BUP may not speak of medicines."""
    consents = (
        Consent(
            id="BUP", state=ConsentState.WRITTEN, leaves_out="medisiner, mors helse, opplysninger om ferie"
        ),
    )
    return complete_meeting().having({"summary": text, "consents": consents})


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_what_nobody_should_read_is_pointed_out(rule: str, text: str) -> None:
    bare, meant = re.sub(r"[\[\]]", "", text), re.findall(r"\[([^]]+)\]", text)

    asked = [one for one in findings(saying(bare)) if one.rule == f"privacy.{rule}"]

    assert [bare[one.words.start : one.words.end] for one in asked if one.words] == meant
    assert {one.severity for one in asked} == {Severity.CONSIDER}, "a warning in words, never a stop"


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_anybody_may_read_is_left_alone(text: str) -> None:
    assert [one for one in findings(saying(text)) if one.kind is Concern.PRIVACY] == []


def test_numbers_and_addresses_are_never_repeated() -> None:
    for rule, text in FOUND:
        if rule in {"national_id", "account", "phone", "mail", "address", "birth_date"}:
            hidden = re.findall(r"\[([^]]+)\]", text)
            said = [one.message for one in findings(saying(re.sub(r"[\[\]]", "", text)))]
            assert said
            assert not any(number in message for number in hidden for message in said)


def test_barnevernet_round_the_table_is_as_normal_as_any_service() -> None:
    people = [
        one.having({"service": "Barneverntjenesten"}) if one.id == "p6" else one
        for one in complete_meeting().participants
    ]

    assert findings(complete_meeting().having({"participants": tuple(people)})) == ()


def test_the_address_of_the_meeting_itself_may_stand() -> None:
    assert findings(complete_meeting().having({"place": "Storgata 12, rom 2"})) == ()


def test_a_date_behind_a_participants_name_is_a_birth_date() -> None:
    people = complete_meeting().participants
    first = people[0].having({"name": "Mor Eksempel 12.03.1984"})

    asked = findings(complete_meeting().having({"participants": (first, *people[1:])}))

    assert ("privacy.birth_date", "participants/p1/name") in {(one.rule, one.field) for one in asked}


def test_each_matter_names_its_channel() -> None:
    (finding,) = [
        one for one in findings(saying("Gruppa vedtar fire timer.")) if one.rule == "privacy.matters"
    ]

    assert channel_words(Matter.VEDTAK) in finding.message


def test_every_matter_that_can_be_parked_is_known_by_its_words() -> None:
    known = {given["matter"] for given in table("privacy/matters")["matters"]}

    assert known == {*Matter} - {Matter.OTHER}
