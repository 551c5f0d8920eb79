"""The entries of lists: made once for a content clock, for all the lists that a text stands in."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from comunicados.public.clock import ContentClock
from comunicados.public.listings import Listing
from comunicados.public.marks import Marks
from comunicados.public.models import Publication

ENTRY = (*"headline subheadline path date first_live_from number rule".split(), "kind__name_es", "kind__name_en")
WORDS = (*"publication_id order name title organization_words courtesy role".split(), "person__slug")


@dataclass
class Entries:
    """Of the texts with these ids, in that order, as a listing shows them, what was `searched` marked."""

    ids: Sequence[int]
    listing: Listing
    searched: str
    clock: ContentClock

    def __len__(self) -> int:
        return len(self.ids)

    def __str__(self) -> SafeString:
        """Reads only those that no list has shown since the clock moved; no bodies but to mark words in them."""
        scope = self.listing.address_in(self.listing.language) if self.listing.appearances() is not None else ""
        name = f"entry {self.listing.language} {scope} {self.searched}"
        return mark_safe("".join(self.clock.keep_each(name, self.ids, self._write)))  # noqa: S308  (a template's work)

    def _write(self, ids: list[int]) -> dict[int, str]:
        texts = Publication.objects.filter(pk__in=ids).select_related("kind").only(*ENTRY)
        if (appearances := self.listing.appearances()) is not None:
            words = appearances.select_related("person").only(*WORDS)
            texts = texts.prefetch_related(Prefetch("appearances", words, to_attr="shown"))
        found = list(texts)
        template = get_template("public/parts/entry.html")
        around = {
            "marks": Marks(self.searched, self.listing.language, found) if self.searched else None,
            "is_about_person": self.listing.name == "person",
        }
        return {text.pk: template.render({"text": text, **around}) for text in found}
