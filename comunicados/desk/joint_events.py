"""What the history tells of agreements with others."""

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from comunicados.desk.told import Told
from comunicados.enums import Section
from comunicados.models import Agreement, Communique


def agreements(communique: Communique) -> QuerySet[Agreement]:
    return communique.agreements.select_related("counterpart")


def tell_agreement(agreement: Agreement) -> Told:
    sentence = _("%(who)s recorded that %(texts)s was agreed with %(whom)s (%(channel)s, %(day)s).")
    named = {
        "texts": get_text_list([str(Section(language).label) for language in agreement.digests], _("and")),
        "whom": agreement.with_whom,
        "channel": agreement.get_channel_display(),
        "day": date_format(agreement.agreed_on),
    }
    return Told(sentence, agreement.note, named=named)


def releases(communique: Communique) -> QuerySet[Agreement]:
    return agreements(communique).filter(released_at__isnull=False)


def tell_release(agreement: Agreement) -> Told:
    sentence = _("%(who)s released the text that was agreed with %(whom)s.")
    return Told(sentence, agreement.release_reason, named={"whom": agreement.with_whom})
