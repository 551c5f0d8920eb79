"""The pages that a ministry has beside its communiqués: each text written by one person, approved by another."""

from typing import Self

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from comunicados import permissions
from comunicados.enums import Language, SitePage
from comunicados.exceptions import Incomplete, NotInThisState, NotPermitted, OwnText, Refusal, TextHasChanged
from comunicados.models.verbs import verb
from comunicados.permissions import User
from comunicados.site_pages import blanks_in
from comunicados.text import paragraphs, sanitize
from personas.clock import ministry_now

NOTHING_DIFFERS = _("Nothing differs from the text that is there.")


class SitePageTextQuerySet(models.QuerySet["SitePageText"]):
    def latest_ones(self) -> Self:
        """Of each page in each language the text that was written last, approved or not."""
        return self.exclude(Exists(_later()))

    def standing(self) -> Self:
        """What the world reads: of each page in each language the text that was approved last."""
        return self.filter(approval__isnull=False).exclude(Exists(_later().filter(approval__isnull=False)))

    def waiting(self) -> Self:
        """What nobody has approved and nobody has written anew since."""
        return self.latest_ones().filter(approval=None)

    def of(self, page: str, language: str) -> Self:
        return self.filter(page=page, language=language)

    def with_names(self) -> Self:
        return self.select_related("written_by", "approval__made_by")


def _later() -> models.QuerySet["SitePageText"]:
    here = {"page": OuterRef("page"), "language": OuterRef("language")}
    return SitePageText.objects.filter(**here, ordinal__gt=OuterRef("ordinal"))


class SitePageText(models.Model):
    """What a page says in one language, as somebody wrote it once; `ordinal` counts from 1. Append-only.

    Public from its approval until that of a later one.
    """

    page = models.CharField(max_length=20, choices=SitePage.choices)
    language = models.CharField(max_length=2, choices=Language.choices)
    ordinal = models.PositiveIntegerField()
    title = models.CharField(max_length=80)
    body = models.TextField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    objects = SitePageTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a page")
        verbose_name_plural = _("texts of pages")
        ordering = ["page", "language", "-ordinal"]
        default_permissions = ()
        permissions = [("keep_sitepages", "Can write the pages of the site, and approve what somebody else wrote")]
        constraints = [
            models.UniqueConstraint(fields=["page", "language", "ordinal"], name="site_page_text_ordinal_once"),
            models.CheckConstraint(condition=Q(page__in=SitePage.values), name="site_page_is_known"),
            models.CheckConstraint(condition=Q(language__in=Language.values), name="site_page_language_is_known"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(body=""), name="site_page_text_is_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.page}/{self.language}/{self.ordinal}: {self.title}"

    @classmethod
    @verb
    def write(cls, page: str, language: str, *, by: User, title: str, body: str, after: int) -> "SitePageText":
        """Propose a text that was written upon the one with the ordinal `after`, 0 where there was none.

        Raises TextHasChanged when somebody else has written one meanwhile.
        """
        _require(by)
        title, body = " ".join(title.split()), sanitize(body)
        if not title or not paragraphs(body):
            raise Incomplete(_("A page needs a title and a text."))
        latest = cls.objects.of(page, language).first()
        if after != (latest.ordinal if latest else 0):
            raise TextHasChanged
        if latest and (latest.title, latest.body) == (title, body):
            raise NotInThisState(NOTHING_DIFFERS)
        text = cls(page=page, language=language, ordinal=after + 1, title=title, body=body)
        text.written_by, text.written_at = by, ministry_now()
        try:
            with transaction.atomic():
                text.save(force_insert=True)
        except IntegrityError as error:  # of two at the same moment
            raise TextHasChanged from error
        return text

    def require_approvable(self, by: User) -> None:
        """Raises a Refusal that says why `by` cannot approve it now."""
        _require(by)
        if hasattr(self, "approval"):
            raise NotInThisState(_("It is approved already."))
        if SitePageText.objects.of(self.page, self.language).filter(ordinal__gt=self.ordinal).exists():
            raise NotInThisState(_("A later text has taken its place."))
        if self.written_by_id == by.pk:
            raise OwnText
        if blanks := blanks_in(self.body, self.language):
            raise Incomplete(_("It still has to be filled in: %(blanks)s") % {"blanks": ", ".join(blanks)})

    def why_not(self, by: User) -> str:
        """Why `by` cannot approve it now, as a sentence; "" when they can."""
        try:
            self.require_approvable(by)
        except Refusal as refusal:
            return str(refusal)
        return ""

    @verb
    def approve(self, *, by: User) -> None:
        """The world reads it from now on."""
        self.require_approvable(by)
        SitePageApproval.objects.create(text=self, made_by=by, made_at=ministry_now())

    def predecessor(self) -> "SitePageText | None":
        """What the world read, or reads, before it: what somebody who approves it compares it with."""
        earlier = SitePageText.objects.of(self.page, self.language).filter(ordinal__lt=self.ordinal)
        return earlier.filter(approval__isnull=False).with_names().first()


class SitePageApproval(models.Model):
    """A second person stands by a text of a page. Append-only."""

    text = models.OneToOneField(SitePageText, on_delete=models.PROTECT, related_name="approval")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("approval of a page’s text")
        verbose_name_plural = _("approvals of pages’ texts")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.text)


def _require(by: User) -> None:
    if not (by.is_active and by.has_perm(permissions.SITE_PAGES)):
        raise NotPermitted
