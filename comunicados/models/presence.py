"""Who has a communiqué open: what keeps two colleagues from writing over each other unknowingly. Never public."""

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, F, When
from django.utils.translation import gettext_lazy as _

from comunicados.models.communique import Communique
from comunicados.models.verbs import verb
from comunicados.permissions import User
from personas.clock import MinistryNow, ministry_now

BEAT = dt.timedelta(seconds=20)  # how often an open page says that it is open
GONE = 3 * BEAT  # without a word for so long, its user is not there any more


class PresenceQuerySet(models.QuerySet["Presence"]):
    def here(self) -> Self:
        """Those whose page spoke a moment ago, the first to come first."""
        return self.filter(seen_at__gt=MinistryNow() - GONE).order_by("since", "pk")


class Presence(models.Model):
    """A person at the writing screen of a communiqué: since when, and when their page last said so."""

    communique = models.ForeignKey(Communique, on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()
    seen_at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["communique", "user"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.user_id} @ {self.communique_id}"

    @classmethod
    @verb
    def note(cls, communique: Communique, *, by: User) -> None:
        """`by` has the communiqué open now. Whoever comes back after a while is there since now."""
        now = ministry_now()
        since = Case(When(seen_at__lte=now - GONE, then=now), default=F("since"))
        if not cls.objects.filter(communique=communique, user=by.pk).update(since=since, seen_at=now):
            fresh = Presence(communique=communique, user_id=by.pk, since=now, seen_at=now)
            Presence.objects.bulk_create([fresh], ignore_conflicts=True)  # another tab was quicker
