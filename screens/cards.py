"""The cards there are: for a participant, an item, a consent, a tiltak, a goal."""

from __future__ import annotations

from data.changes import Wish
from data.consents import givers, settle
from data.language import _
from data.meeting import (
    AgendaItem,
    Attendance,
    Consent,
    ConsentState,
    Goal,
    Level,
    Participant,
    Standing,
    Tiltak,
    TiltakStatus,
    Verdict,
)
from data.meeting import Meeting as _Meeting
from data.profile import Profile
from screens.card import Card
from screens.desk import Desk
from screens.form import YES_NO, FormRow

ATTENDANCE = tuple((each.value, each.value) for each in Attendance)
STANDING = tuple((each.value, each.value) for each in Standing)
CONSENT = tuple((each.value, each.value) for each in ConsentState)
LEVEL = (("", "–"), *((each.value, each.value) for each in Level))
STATUS = tuple((each.value, each.value) for each in TiltakStatus)
VERDICT = (("", "–"), *((each.value, each.value) for each in Verdict))
SCORE = (("", "–"), *((str(n), str(n)) for n in range(1, 6)))


def participant_card(desk: Desk, who: Participant) -> Card:
    """Give the card of a participant."""
    at = f"participants/{who.id}"
    brings = (FormRow("Melder saken", f"{at}/brings_case", options=YES_NO[1:]),)
    rows = (
        FormRow("Navn", f"{at}/name"),
        FormRow("Rolle", f"{at}/role", "kontaktlærer, mor, koordinator …"),
        FormRow("Tjeneste", f"{at}/service", "skole, PPT, helsestasjon … tomt for familien"),
        FormRow("Er familien", f"{at}/bruker", options=YES_NO[1:]),
        *(brings if desk.structure.has_sides else ()),
        FormRow("Deltar", f"{at}/standing", options=STANDING),
        FormRow("Bidrag", f"{at}/expected", "det deltakeren bes om å bidra med"),
        FormRow("Oppmøte", f"{at}/attendance", options=ATTENDANCE),
        FormRow("Stedfortreder", f"{at}/stand_in", "navnet på den som kom i stedet"),
        FormRow("Kom", f"{at}/arrived", "klokkeslett for den som kom sent"),
        FormRow("Gikk", f"{at}/left", "klokkeslett for den som gikk før slutt"),
        FormRow("Innspill", f"{at}/innspill", "fra den som ikke kunne komme", lines=4),
    )
    return Card(desk, who.name or _("Ny deltaker"), rows, part=at)


def agenda_card(desk: Desk, item: AgendaItem) -> Card:
    """Give the card of an item of the saksliste."""
    at = f"agenda/{item.id}"
    rows = (
        FormRow("Sak", f"{at}/title"),
        FormRow("Meldt av", f"{at}/raised_by"),
        FormRow("Minutter", f"{at}/minutes"),
        FormRow("Eventuelt", f"{at}/eventuelt", options=YES_NO[1:]),
        FormRow("Konklusjon", f"{at}/conclusion", "Det dere ble enige om", lines=4),
    )
    return Card(desk, item.title or _("Ny sak"), rows, part=at)


def consent_card(desk: Desk, consent: Consent) -> Card:
    """Give the card of a service's consent."""
    at = f"consents/{consent.id}"
    title = _("Samtykke til {service}").format(service=consent.id)
    return ConsentCard(desk, title, consent_rows(at, desk.profile))


def consent_rows(at: str, profile: Profile) -> tuple[FormRow, ...]:
    """Give the rows of a consent; `at` is its path, and `profile` says who gives it."""
    return (
        FormRow("Samtykke", f"{at}/state", options=CONSENT),
        FormRow("Gitt av", f"{at}/given_by", givers(profile)),
        FormRow("Gjelder fra", f"{at}/since", "dagen det ble gitt"),
        FormRow("Klokken", f"{at}/at", "når det ble sagt, hvis det er muntlig"),
        FormRow("Hørt av", f"{at}/heard_by", "vitnet, hvis det er muntlig"),
        FormRow("Gjelder til", f"{at}/until", "dato, eller tomt"),
        FormRow("Gjelder ikke", f"{at}/leaves_out", "temaer eller mottakere som er holdt utenfor"),
    )


class ConsentCard(Card):
    """The card of a consent: an oral one is given here and now."""

    def choosing(self, path: str, value: str) -> Wish:
        """Give what lets the consent stand so, with when it was said."""
        service = path.removeprefix("consents/").removesuffix("/state")
        return settle(service, ConsentState(value), self.desk.wall())


def tiltak_card(desk: Desk, tiltak: Tiltak, meeting: _Meeting) -> Card:
    """Give the card of a tiltak, with every field it can have."""
    at = f"tiltak/{tiltak.id}"
    goals = (("", "–"), *((goal.id, f"{goal.id} {goal.text}") for goal in meeting.goals))
    rows = (
        FormRow("Hva", f"{at}/what"),
        FormRow("Hvem", f"{at}/who", "én som har ansvaret"),
        FormRow("Når", f"{at}/when", "fre, 1.12, om 2 uker, uke 50"),
        FormRow("Mål", f"{at}/goal", options=goals),
        FormRow("Nivå", f"{at}/level", options=LEVEL),
        FormRow("Hjelpere", f"{at}/helpers", "andre som bidrar"),
        FormRow("Starter", f"{at}/start"),
        FormRow("Varer", f"{at}/duration", "hvor lenge, eller når det slutter"),
        FormRow("Evalueres", f"{at}/evaluated"),
        FormRow("Status", f"{at}/status", options=STATUS, words_follow=True),
        FormRow("Grunn", f"{at}/reason", "hvorfor det ikke ble gjort"),
    )
    return Card(desk, f"{tiltak.id} {tiltak.what}".strip(), rows, part=at)


def carried_card(desk: Desk, tiltak: Tiltak) -> Card:
    """Give the card of a tiltak from an earlier meeting: what came of it, and why."""
    at = f"tiltak/{tiltak.id}"
    rows = (
        FormRow("Status", f"{at}/status", options=STATUS, words_follow=True),
        FormRow("Grunn", f"{at}/reason", "hvorfor det ikke ble gjort, eller hva som gjenstår"),
        FormRow("Ny frist", f"{at}/when", "når det skal gå videre: fre, om 2 uker"),
        FormRow("Hvem", f"{at}/who", "én som har ansvaret"),
        FormRow("Hva", f"{at}/what"),
    )
    return Card(desk, f"{tiltak.id} {tiltak.what}".strip(), rows, begin_at=f"{at}/reason")


def goal_card(desk: Desk, goal: Goal) -> Card:
    """Give the card of a goal."""
    at = f"goals/{goal.id}"
    rows = (
        FormRow("Mål", f"{at}/text", "Det dere vil oppnå, sagt så alle forstår det"),
        FormRow("Vurdering", f"{at}/verdict", options=VERDICT, words_follow=True),
        FormRow("Konklusjon", f"{at}/conclusion", "Det dere ble enige om", lines=4),
    )
    return Card(desk, f"{goal.id} {goal.text}".strip(), rows, part=at)
