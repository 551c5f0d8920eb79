"""People, with all the spellings under which they are looked for."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from personas.fields import PermanentSlugField, search_text_of, sort_key_of
from personas.models.base import Mergeable, Named, Shown, not_itself
from personas.querysets import RegistryQuerySet


class Person(Named, Shown, Mergeable):
    """A person of public life, of any country."""

    class Gender(models.TextChoices):
        """The grammatical gender that Spanish titles take; none is an answer too."""

        FEMININE = "feminine", _("feminine")
        MASCULINE = "masculine", _("masculine")

    name = models.CharField(
        _("name"), max_length=200, help_text=_("In full, as it is written: Alicia Bárcena Ibarra.")
    )
    sort_name = models.CharField(
        _("sorted as"), max_length=200, help_text=_("Surnames first: Bárcena Ibarra, Alicia.")
    )
    gender = models.CharField(_("grammatical gender"), max_length=10, choices=Gender.choices, blank=True, default="")
    spellings = models.TextField(
        _("other spellings"), blank=True, default="", help_text=_("One a line; all are searched.")
    )
    slug = PermanentSlugField(_("address"), from_field="name_es")
    sort_key = sort_key_of("sort_name")
    search_text = search_text_of("name_es", "name_en", "spellings")

    objects = RegistryQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [
            GinIndex(fields=["search_text"], name="person_search", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["sort_key"], name="person_sort"),
        ]
        constraints = [
            not_itself("person"),
            models.CheckConstraint(
                condition=~Q(name_es=""),
                name="person_has_a_name",
                violation_error_message=_("Give the name."),
            ),
        ]
