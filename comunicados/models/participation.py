"""Who took part, in which post, and in which words."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comunicados.document import WORDS, Document
from comunicados.enums import Language, Role
from comunicados.models.communique import Communique
from personas.models import Appointment, Organization, Person


class Participation(models.Model):
    """A row of the participants. Person and appointment are links; the words belong to the text.

    The words are filled from the registry as of the day of the act, may be edited, and never follow the
    registry by themselves. Without a person it stands for an unnamed delegation, an organization, a spouse.

    A person who is merged into another is linked as that other from then on. Then `person_as_written` is whom the
    text was written and approved with, and so what its document goes on saying; a trigger fills it.
    """

    follows_mergers: ClassVar[tuple[str, ...]] = ("person",)

    communique = models.ForeignKey(Communique, on_delete=models.CASCADE, related_name="participations")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    person_as_written = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    appointment = models.ForeignKey(
        Appointment,
        verbose_name=_("post"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Empty: the one post held on the day of the act."),
    )
    delegation = models.ForeignKey(
        Organization,
        verbose_name=_("delegation"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to=Q(kind__in=Organization.ROOTS),
        help_text=_("The State or international organization for which they act."),
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.MEMBER)
    name = models.CharField(_("name"), max_length=200, blank=True, default="")
    title = models.CharField(_("title"), max_length=300, blank=True, default="")
    organization = models.CharField(_("organization"), max_length=250, blank=True, default="")
    courtesy = models.CharField(_("courtesy"), max_length=60, blank=True, default="")

    name_es: str
    name_en: str
    title_es: str
    title_en: str

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(appointment=None) | Q(person__isnull=False),
                name="participation_appointment_needs_a_person",
                violation_error_message=_("A post is somebody's: name the person too."),
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="participation_role_is_known"),
        ]

    def __str__(self) -> str:
        return self.name_es or self.title_es or self.name_en or self.title_en

    def in_full(self) -> str:
        return f"{self} · {self.communique}"

    @classmethod
    def from_document(cls, communique: Communique, order: int, row: Document) -> "Participation":
        """The row that a document's participant was built from, unsaved."""
        return cls(
            communique=communique,
            order=order,
            role=row["role"],
            person_id=row["person"],
            appointment_id=row["appointment"],
            delegation_id=row["delegation"],
            **{f"{word}_{language}": row[language][word] for language in Language.values for word in WORDS},
        )

    def fill_from_registry(self) -> None:
        """Fill what is empty from the registry as of the day of the act: post, delegation, words.

        The post only when the person held exactly one that day. What somebody typed is never replaced. Does
        not save.
        """
        if self.person is None:
            return
        day = self.communique.day_of_the_act
        if self.appointment is None and not (self.title_es or self.title_en):
            held = list(Appointment.objects.on(day).filter(person=self.person)[:2])
            self.appointment = held[0] if len(held) == 1 else None
        self.fill_words()

    def fill_words(self) -> None:
        """Fill what is empty, the delegation and the words, from the linked rows as of the day of the act."""
        if self.person is None:
            return
        day = self.communique.day_of_the_act
        if self.delegation is None and self.appointment is not None:
            self.delegation = self.appointment.position.organization.root()
        for language in Language.values:
            self._fill("name", language, self.person.name_in(language))
            if self.appointment is not None:
                self._fill("title", language, self.appointment.title_on(day, language))

    def doubts(self) -> list[str]:
        """Where the registry, as of the day of the act, says otherwise than the words: sentences for the desk."""
        if self.appointment is None:
            return []
        day, doubts = self.communique.day_of_the_act, []
        if not self.appointment.holds_on(day):
            doubts.append(_("%(name)s did not hold this post on that day, says the registry.") % {"name": self})
        for language in Language.values:
            registered = self.appointment.title_on(day, language)
            written = getattr(self, f"title_{language}")
            if written and registered and written.casefold() != registered.casefold():
                sentence = _("The registry calls the post of %(name)s “%(title)s”.")
                doubts.append(sentence % {"name": self, "title": registered})
        return doubts

    def _fill(self, word: str, language: str, value: Any) -> None:
        field = f"{word}_{language}"
        if not getattr(self, field):
            setattr(self, field, value)
