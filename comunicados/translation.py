"""The fields of a communiqué that exist in Spanish and in English; NOT NULL, so that empty is the one nothing."""

from modeltranslation.translator import TranslationOptions, register

from comunicados.models import (
    Attachment,
    Communique,
    Concealment,
    Erasure,
    Kind,
    Participation,
    Silence,
    StockReason,
    Topic,
)

NOT_NULL = {"default": {"null": False, "default": "", "blank": True}}


@register(Kind)
class KindTranslation(TranslationOptions):
    fields = ("name",)
    field_options = {"name": NOT_NULL}


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ("name",)
    field_options = {"name": NOT_NULL}


@register(Communique)
class CommuniqueTranslation(TranslationOptions):
    fields = ("headline", "subheadline", "place", "body", "correction_note")
    field_options = dict.fromkeys(fields, NOT_NULL)


@register(Participation)
class ParticipationTranslation(TranslationOptions):
    fields = ("name", "title", "organization", "courtesy")
    field_options = dict.fromkeys(fields, NOT_NULL)


@register(Attachment)
class AttachmentTranslation(TranslationOptions):
    fields = ("caption", "alternative")
    field_options = dict.fromkeys(fields, NOT_NULL)


@register(Concealment)
class ConcealmentTranslation(TranslationOptions):
    fields = ("reason",)
    field_options = {"reason": NOT_NULL}


@register(Erasure)
class ErasureTranslation(TranslationOptions):
    fields = ("reason",)
    field_options = {"reason": NOT_NULL}


@register(Silence)
class SilenceTranslation(TranslationOptions):
    fields = ("reason",)
    field_options = {"reason": NOT_NULL}


@register(StockReason)
class StockReasonTranslation(TranslationOptions):
    fields = ("text",)
    field_options = {"text": {"default": {"null": False, "default": "", "blank": False}}}
