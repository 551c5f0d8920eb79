"""Revisions: every save of the desk, whole, for ever."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from comunicados.document import Document, changed_sections, digest, page, paragraph_digests
from comunicados.enums import Language
from comunicados.exceptions import TextErased
from comunicados.models.attachment import Attachment
from comunicados.models.communique import Communique
from comunicados.models.kind import Kind, Topic
from comunicados.models.participation import Participation
from comunicados.models.verbs import verb
from comunicados.permissions import User
from personas.clock import ministry_now
from personas.models import Appointment, Organization, Person

if TYPE_CHECKING:
    from comunicados.models import LanguageVersion


class Revision(models.Model):
    """The whole communiqué as it was saved once: one canonical document, with who, when and what changed.

    A trigger refuses to change or delete one.
    """

    class Source(models.TextChoices):
        SAVED = "saved", _("saved")
        IMPORTED = "imported", _("brought in")
        RESTORED = "restored", _("restored")

    communique = models.ForeignKey(Communique, on_delete=models.PROTECT, related_name="revisions")
    ordinal = models.PositiveIntegerField()
    document = models.JSONField()
    changed = models.JSONField(help_text="The sections that differ from the revision before.")
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.SAVED)
    note = models.TextField(blank=True, default="")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-ordinal"]
        constraints = [models.UniqueConstraint(fields=["communique", "ordinal"], name="revision_ordinal_once")]

    def __str__(self) -> str:
        return f"{self.communique_id}/{self.ordinal}"

    @classmethod
    @verb
    def record(cls, communique: Communique, *, by: User, source: str = Source.SAVED, note: str = "") -> "Revision":
        """Keep what is stored now as a revision and tell both language versions what their text is now.

        A save that changed nothing makes none: the latest revision is returned. Each language version whose
        page changed gets the new digest, and `by` becomes the one who last changed it.
        """
        communique.lock()
        document = Communique.objects.get(pk=communique.pk).document()
        latest = communique.revisions.first()
        if latest is not None and latest.document == document:
            return latest
        communique.require_agreed_texts(document)
        revision = cls.objects.create(
            communique=communique,
            ordinal=latest.ordinal + 1 if latest else 1,
            document=document,
            changed=changed_sections(latest.document if latest else None, document),
            source=source,
            note=note,
            made_by=by,
            made_at=ministry_now(),
        )
        for language in Language.values:
            revision._tell(language, document)
        return revision

    def erased_languages(self) -> list[str]:
        """Those whose text an erasure took; where it took no more than the note, none."""
        named = self.erased.values_list("erasure__version__language", flat=True).distinct()
        return [language for language in named if not any(self.document[language].values())]

    @verb
    def restore(self, *, by: User, note: str = "") -> "Revision":
        """Write this revision's document back into the working copy, as a new revision; `by` changed the text.

        Kinds, topics and registry rows that are gone since are left out or, a kind, kept as it is now. Raises
        TextErased where a language of it was erased.
        """
        communique = self.communique
        communique.lock()
        if self.erased_languages():
            raise TextErased
        communique.require_agreed_texts(self.document)
        for language in Language.values:
            for field, text in self.document[language].items():
                setattr(communique, f"{field}_{language}", text)
        facts = self.document["facts"]
        communique.kind = Kind.objects.filter(slug=facts["kind"]).first() or communique.kind
        communique.date, communique.held_on = facts["date"], facts["held_on"]
        communique.original = facts["original"]
        communique.set_joint_facts(facts)
        communique.save()
        communique.topics.set(Topic.objects.filter(slug__in=facts["topics"]))
        communique.participations.all().delete()
        Participation.objects.bulk_create(
            Participation.from_document(communique, order, row)
            for order, row in enumerate(_without_the_gone(self.document["participants"]))
        )
        Attachment.replace(communique, self.document["files"])
        return Revision.record(communique, by=by, source=Revision.Source.RESTORED, note=note)

    def _tell(self, language: str, document: Document) -> None:
        fresh = digest(page(document, language))
        version: LanguageVersion | None = self.communique.versions.filter(language=language).first()
        if version is None:
            paragraphs = paragraph_digests(document, language)
            self.communique.versions.create(language=language, digest=fresh, written_in=self, paragraphs=paragraphs)
        elif version.digest != fresh:
            version.digest, version.written_in = fresh, self
            version.paragraphs = paragraph_digests(document, language)
            version.save(update_fields=["digest", "written_in", "paragraphs"])


def _without_the_gone(participants: list[Document]) -> list[Document]:
    """The rows of a document, their links to registry rows that are gone since left out; the words stay."""
    links: dict[str, type[models.Model]] = {"person": Person, "appointment": Appointment, "delegation": Organization}
    there = {}
    for link, model in links.items():
        wanted = model._default_manager.filter(pk__in=[row[link] for row in participants])
        there[link] = set(wanted.values_list("pk", flat=True))
    rows = [row | {link: row[link] if row[link] in there[link] else None for link in links} for row in participants]
    return [row if row["person"] else row | {"appointment": None} for row in rows]
