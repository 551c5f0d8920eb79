"""The registry's fields that exist in Spanish and in English.

`null: False` gives real NOT NULL columns: an empty text is the one way to say that there is none.
"""

from modeltranslation.translator import TranslationOptions, register

from personas.models import Appointment, Organization, Person, Position

NOT_NULL = {"default": {"null": False, "default": "", "blank": True}}


@register(Organization)
class OrganizationTranslation(TranslationOptions):
    fields = ("name", "acronym")
    field_options = {"name": NOT_NULL, "acronym": NOT_NULL}


@register(Position)
class PositionTranslation(TranslationOptions):
    fields = ("name",)
    field_options = {"name": NOT_NULL}


@register(Person)
class PersonTranslation(TranslationOptions):
    fields = ("name",)
    field_options = {"name": NOT_NULL}


@register(Appointment)
class AppointmentTranslation(TranslationOptions):
    fields = ("title",)
    field_options = {"title": NOT_NULL}
