"""The cards of a group: for a member, a consent, a goal, a tiltak, a meeting of the møteplan."""

from __future__ import annotations

from data.group import Group, Member, Planned
from data.language import _
from data.meeting import Goal, Tiltak
from screens import cards
from screens.card import Card
from screens.desk import GroupDesk
from screens.form import YES_NO, FormRow


def member_card(desk: GroupDesk, member: Member) -> Card:
    """Give the card of a member."""
    at = f"members/{member.id}"
    rows = (
        FormRow("Navn", f"{at}/name"),
        FormRow("Rolle", f"{at}/role", "kontaktlærer, mor, koordinator …"),
        FormRow("Tjeneste", f"{at}/service", "skole, PPT, helsestasjon … tomt for familien"),
        FormRow("Er familien", f"{at}/bruker", options=YES_NO[1:]),
        FormRow("Deltar", f"{at}/standing", options=cards.STANDING),
    )
    return Card(desk, member.name or _("Nytt medlem"), rows, part=at)


def consent_card(desk: GroupDesk, service: str) -> Card:
    """Give the card of a service's consent."""
    at = f"consents/{service}"
    rows = (
        *cards.consent_rows(at, desk.profile),
        FormRow("Trukket", f"{at}/withdrawn", "dato, hvis det er trukket tilbake"),
    )
    return cards.ConsentCard(desk, _("Samtykke til {service}").format(service=service), rows)


def goal_card(desk: GroupDesk, goal: Goal) -> Card:
    """Give the card of a goal; what was concluded on it comes from the meetings."""
    at = f"goals/{goal.id}"
    rows = (
        FormRow("Mål", f"{at}/text", "Det dere vil oppnå, sagt så alle forstår det"),
        FormRow("Vurdering", f"{at}/verdict", options=cards.VERDICT),
    )
    return Card(desk, f"{goal.id} {goal.text}".strip(), rows, part=at)


def tiltak_card(desk: GroupDesk, tiltak: Tiltak, group: Group) -> Card:
    """Give the card of a tiltak. What is set of its status is told in its history, as on the board."""
    at = f"tiltak/{tiltak.id}"
    goals = (("", "–"), *((goal.id, f"{goal.id} {goal.text}") for goal in group.goals))
    rows = (
        FormRow("Hva", f"{at}/what"),
        FormRow("Hvem", f"{at}/who", "én som har ansvaret"),
        FormRow("Når", f"{at}/when", "fre, 1.12, om 2 uker, uke 50"),
        FormRow("Mål", f"{at}/goal", options=goals),
        FormRow("Hjelpere", f"{at}/helpers", "andre som bidrar"),
        FormRow("Evalueres", f"{at}/evaluated"),
        FormRow("Status", f"{at}/status", options=cards.STATUS),
        FormRow("Grunn", f"{at}/reason", "hvorfor det ikke ble gjort"),
    )
    return Card(desk, f"{tiltak.id} {tiltak.what}".strip(), rows)


def planned_card(desk: GroupDesk, planned: Planned) -> Card:
    """Give the card of a meeting in the møteplan."""
    at = f"plan/{planned.id}"
    rows = (
        FormRow("Dato", f"{at}/date", "om 6 uker, 14. jan, uke 3 …"),
        FormRow("Klokken", f"{at}/time", "9 eller 13.30"),
        FormRow("Sted", f"{at}/place"),
        FormRow("Tema", f"{at}/theme"),
    )
    return Card(desk, _("Møte i møteplanen"), rows, part=at)
