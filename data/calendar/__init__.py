"""Meetings as calendars have them: an invitation read, and the innkalling written for a calendar.

The format is iCalendar (RFC 5545), with what Outlook, Google and Thunderbird make of it.
"""

from data.calendar.preparing import prepare_from_calendar
from data.calendar.writing import calendar_file, for_calendar, save_beside, save_for_calendar

__all__ = ["calendar_file", "for_calendar", "prepare_from_calendar", "save_beside", "save_for_calendar"]
