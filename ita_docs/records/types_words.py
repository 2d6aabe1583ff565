"""Cells read as text of a known form: persons, telephones, document numbers, choices."""

from __future__ import annotations

from datetime import date, time, timedelta

from ..kinds.model import Field
from ..sheets.model import Value
from ..thai.addressees import parse_addressee
from ..thai.document_numbers import parse_document_number
from ..thai.fault import Fault
from ..thai.near import nearest
from ..thai.people import parse_person
from ..thai.phones import parse_phone
from ..thai.text import heading_key
from ..thai.year_numbers import parse_year_number
from .plain import plain_text
from .reading import Reading
from .types_text import cleaned


def read_person(value: Value, field: Field) -> Reading:
    """A person: title, first and last name; a warning where no title is known."""
    text, said = cleaned(plain_text(value))
    person = parse_person(text)
    if isinstance(person, Fault):
        return Reading("", (*said, person))
    if not person.title:
        said = (*said, Fault("person-without-title", {}))
    return Reading(person, said)


def read_phone(value: Value, field: Field) -> Reading:
    """A telephone number; a number cell has lost its leading zero."""
    numeric = isinstance(value, int) and not isinstance(value, bool)
    text, said = cleaned(plain_text(value))
    phone = parse_phone(text, numeric=numeric)
    return Reading("", (*said, phone)) if isinstance(phone, Fault) else Reading(phone, said)


def read_document_number(value: Value, field: Field) -> Reading:
    """A document number: code, whether it is a circular, and its number if it has one."""
    text, said = cleaned(plain_text(value))
    number = parse_document_number(text)
    if isinstance(number, Fault):
        return Reading("", (*said, number))
    return Reading(number, said if number.usual else (*said, Fault("unusual-document-number")))


def read_year_number(value: Value, field: Field) -> Reading:
    """A number over a Buddhist year; a date cell is one that the spreadsheet made of it."""
    if isinstance(value, (date, time, timedelta)):
        return Reading("", (Fault("number-became-date", {}),))
    text, said = cleaned(plain_text(value))
    found = parse_year_number(text)
    return Reading("", (*said, found)) if isinstance(found, Fault) else Reading(found.value, (*said, *found.faults))


def read_addressee(value: Value, field: Field) -> Reading:
    """Whom a letter is written to, with the words that open and close it; royal addressees are refused."""
    text, said = cleaned(plain_text(value))
    found = parse_addressee(text)
    return Reading("", (*said, found)) if isinstance(found, Fault) else Reading(found.value, (*said, *found.faults))


def read_choice(value: Value, field: Field) -> Reading:
    """One of the field's choices, as the kind spells it."""
    text, said = cleaned(plain_text(value))
    choices = field.constraints.enum
    wanted = heading_key(text)
    for choice in choices:
        if heading_key(choice) == wanted:
            return Reading(choice, said)
    near = nearest(text, choices)
    return Reading("", (*said, Fault("not-a-choice", {"choices": ", ".join(choices), "near": near})))
