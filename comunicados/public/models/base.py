"""What the models over views share, and the rows that have a name."""

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language

OTHER = {"es": "en", "en": "es"}


class InTwoLanguages:
    """What says a thing in a column for each language, one of which may be empty."""

    def spoken(self, column: str, language: str) -> str:
        """`language` if the column has words in it, else the other one."""
        return language if getattr(self, f"{column}_{language}") else OTHER[language]

    def words(self, column: str, language: str) -> str:
        """What the column says in that language, or in the other where it says nothing."""
        words: str = getattr(self, f"{column}_{self.spoken(column, language)}")
        return words


class BearsAName(InTwoLanguages):
    """What bears a name in one language or in both, and a slug that stands for it in addresses."""

    is_name_alike: ClassVar[bool] = False  # whether a name that is given once is the name in both languages

    def __str__(self) -> str:
        return self.name_in(get_language() or "es")

    def name_in(self, language: str) -> str:
        """The name in that language, or in the other where it has none."""
        return self.words("name", language)

    @staticmethod
    def slug_field(language: str) -> str:
        """The column by which addresses in that language name the row."""
        raise NotImplementedError

    def slug_in(self, language: str) -> str:
        slug: str = getattr(self, self.slug_field(language))
        return slug

    def language_of_name(self, language: str) -> str:
        """The language of what `name_in(language)` answers."""
        return language if self.is_name_alike else self.spoken("name", language)


class View(InTwoLanguages, models.Model):
    """A row of a view: read, never written; the database makes and grants the view."""

    class Meta:
        abstract = True
        managed = False
        default_permissions = ()


class Named(BearsAName, View):
    """A row that bears a name and a slug."""

    name_es = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250)

    class Meta(View.Meta):
        abstract = True


class OneSlug(Named):
    """Named by one slug in both languages."""

    slug = models.SlugField(max_length=120)

    class Meta(Named.Meta):
        abstract = True

    @staticmethod
    def slug_field(language: str) -> str:
        return "slug"


class SlugPerLanguage(Named):
    """Named by a slug of the page's language."""

    slug_es = models.SlugField(max_length=120)
    slug_en = models.SlugField(max_length=120)

    class Meta(Named.Meta):
        abstract = True

    @staticmethod
    def slug_field(language: str) -> str:
        return f"slug_{language}"


class Merged(View):
    """A row of the registry that was merged into another: its slug, and the one that its address leads to."""

    class Meta(View.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.pk} →"

    @classmethod
    def new_slug(cls, slug_field: str, slug: str) -> str:
        """Which slug stands for that one by now; "" if that one was never public, or was not merged."""
        target = slug_field.replace("slug", "leads_to")
        found: str | None = cls._default_manager.filter(**{slug_field: slug}).values_list(target, flat=True).first()
        return found or ""
