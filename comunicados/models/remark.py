"""Remarks: what colleagues say to each other about a communiqué. Never public."""

import datetime as dt
import re
from collections.abc import Sequence

from django.conf import settings
from django.contrib.auth.models import User as Account
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from comunicados import permissions
from comunicados.exceptions import NotPermitted, Refusal
from comunicados.models.communique import Communique
from comunicados.models.verbs import verb
from comunicados.permissions import User
from personas.clock import ministry_now

MENTION = re.compile(r"(?<![\w.@+-])@([\w.@+-]+)")  # the characters of a username; an e-mail address is none
SIGN_IN = "django.contrib.auth.backends.ModelBackend"  # the one that knows who holds a permission


class UnknownNames(Refusal):
    """A remark mentions somebody who is not at the desk."""


class Remark(models.Model):
    """Append-only: a trigger refuses to change or delete one. `@username` in the text mentions a colleague."""

    communique = models.ForeignKey(Communique, on_delete=models.PROTECT, related_name="remarks")
    text = models.TextField(_("remark"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    mentioned = models.ManyToManyField(settings.AUTH_USER_MODEL, through="Mention", related_name="+")

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["made_at", "pk"]
        default_permissions = ("add", "view")
        indexes = [models.Index(fields=["communique", "made_at"], name="remark_on_a_communique")]

    def __str__(self) -> str:
        return self.text[:60]

    @classmethod
    @verb
    def write(cls, communique: Communique, *, text: str, by: User) -> "Remark":
        """Say `text` about the communiqué; whoever answers has seen what mentioned them there.

        Raises UnknownNames, with a sentence that names them, when an `@name` is nobody who sees the desk.
        """
        if not (by.is_active and by.has_perm(permissions.REMARK)):
            raise NotPermitted
        mentioned = _mentioned(text)
        now = ministry_now()
        remark = cls.objects.create(communique=communique, text=text, made_by=by, made_at=now)
        Mention.objects.bulk_create(Mention(remark=remark, user=user) for user in mentioned if user != by)
        Mention.objects.filter(user=by, remark__communique=communique, seen_at=None).update(seen_at=now)
        return remark


class Mention(models.Model):
    """A colleague named in a remark; on their worklist until they have seen it."""

    remark = models.ForeignKey(Remark, on_delete=models.PROTECT, related_name="mentions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["remark", "user"], name="mention_once")]

    def __str__(self) -> str:
        return f"@{self.user_id}: {self.remark_id}"

    def see(self) -> dt.datetime:
        """Note that its user has seen it; the first time counts. Returns when that was."""
        if self.seen_at is None:
            self.seen_at = ministry_now()
            self.save(update_fields=["seen_at"])
        return self.seen_at


def _mentioned(text: str) -> Sequence[Account]:
    """Those whom the text names, in any case of letters; a full stop after a name is not part of it."""
    names = {name.rstrip(".@+-").casefold(): f"@{name.rstrip('.@+-')}" for name in MENTION.findall(text)}
    names.pop("", None)
    if not names:
        return []
    at_the_desk = Account.objects.with_perm(permissions.READ, backend=SIGN_IN).filter(is_staff=True)
    found = list(at_the_desk.alias(name=Lower("username")).filter(name__in=names).distinct())
    if unknown := names.keys() - {user.username.casefold() for user in found}:
        sentence = _("Nobody at the desk is called %(names)s. Correct the name, or leave out the @.")
        raise UnknownNames(sentence % {"names": ", ".join(sorted(names[name] for name in unknown))})
    return found
