"""What the history tells of preview links; who opened them is told on their page."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from comunicados.desk.states import hour
from comunicados.desk.told import Told
from comunicados.models import Communique, PreviewLink


def previews(communique: Communique) -> QuerySet[PreviewLink]:
    return PreviewLink.objects.filter(version__communique=communique).select_related("version")


def tell_preview(link: PreviewLink) -> Told:
    sentence = _("%(who)s made a preview link for %(whom)s, until %(hour)s.")
    named = {"whom": str(link), "hour": hour(link.expires_at)}
    return Told(sentence, language=link.version.language, named=named)


def revoked_previews(communique: Communique) -> QuerySet[PreviewLink]:
    return previews(communique).filter(revoked_at__isnull=False)


def tell_revoked_preview(link: PreviewLink) -> Told:
    sentence = _("%(who)s revoked the preview link for %(whom)s.")
    return Told(sentence, language=link.version.language, named={"whom": str(link)})
