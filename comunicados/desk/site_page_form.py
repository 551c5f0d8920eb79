"""The form of a page of the site: a title and a text in each language."""

from typing import Any

from django import forms
from django.db import transaction
from django.forms.widgets import Script
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorFormField

from comunicados.desk.forms import BRING_BACK, BROUGHT_BACK
from comunicados.enums import Language, SitePage
from comunicados.exceptions import Refusal, TextHasChanged
from comunicados.models import SitePageText
from comunicados.permissions import User
from comunicados.site_pages import suggestion
from comunicados.text import BODY_EXTENSIONS, sanitize

LONGEST_TITLE = 80
NOTHING_WRITTEN = _("Nothing was changed.")


class SitePageForm(forms.Form):
    """Writes the languages that its user changed. It carries the ordinal of the text that it was opened with in each,
    0 for none: a text that somebody else has written since is not written over, but shown.

    `overtaken` holds the languages that were refused for that. What is saved once more is written upon the text that
    its user has seen by then.
    """

    class Media:
        js = [Script("desk/naming.js", type="module")]  # the editors have no name of their own

    def __init__(self, *args: Any, page: SitePage, suggested: str = "", **kwargs: Any) -> None:
        self.page, self.overtaken = page, set[str]()
        super().__init__(*args, **kwargs)
        for language in Language.values:
            title, body = self._first(language, suggested)
            attrs = {"lang": language}
            self.fields[f"title_{language}"] = forms.CharField(
                label=_("Title"), max_length=LONGEST_TITLE, required=False, initial=title
            )
            self.fields[f"body_{language}"] = ProseEditorFormField(
                label=_("Text"),
                required=False,
                initial=body,
                config={"extensions": BODY_EXTENSIONS},
                preset="configurable",
            )
            self.fields[f"opened_{language}"] = forms.IntegerField(
                min_value=0, initial=self._ordinal(language), widget=forms.HiddenInput
            )
            for name in ("title", "body"):
                self.fields[f"{name}_{language}"].widget.attrs |= attrs

    @cached_property
    def latest(self) -> dict[str, SitePageText]:
        """The text that was written last in each language that has any."""
        texts = SitePageText.objects.filter(page=self.page).latest_ones().with_names()
        return {text.language: text for text in texts}

    @property
    def sides(self) -> list[dict[str, Any]]:
        """What the page shows for each language."""
        return [
            {
                "language": language,
                "fields": [self[f"title_{language}"], self[f"body_{language}"]],
                "latest": self.latest.get(language),
                "is_overtaken": language in self.overtaken,
                "opened": self._opened(language),
                "is_empty": language not in self.latest and not self[f"body_{language}"].value(),
            }
            for language in Language
        ]

    def write(self, *, by: User) -> None:
        """Each language that was changed; if one is refused none is written, and its side says why.

        Nor is what a browser had kept and brings back: its user reads it first, with all that stands in its way.
        """
        changed = [language for language in Language.values if self._is_changed(language)]
        if not changed:
            self.add_error(None, NOTHING_WRITTEN)
        with transaction.atomic():
            for language in changed:
                self._write(language, by)
            if BRING_BACK in self.data:
                self.add_error(None, BROUGHT_BACK)
            transaction.set_rollback(bool(self.errors))

    def _write(self, language: str, by: User) -> None:
        title, body, opened = (self.cleaned_data[f"{name}_{language}"] for name in ("title", "body", "opened"))
        try:
            SitePageText.write(self.page, language, by=by, title=title, body=body, after=opened)
        except Refusal as refusal:
            self.add_error(f"body_{language}", str(refusal))
            if isinstance(refusal, TextHasChanged):
                self.overtaken.add(language)
                vars(self).pop("latest", None)  # it may be older than what was just met

    def _is_changed(self, language: str) -> bool:
        """Whether what was sent differs from what the page was opened with."""
        opened = SitePageText.objects.of(self.page, language).filter(ordinal=self.cleaned_data[f"opened_{language}"])
        before = opened.values_list("title", "body").first() or ("", "")
        sent = self.cleaned_data[f"title_{language}"], sanitize(self.cleaned_data[f"body_{language}"])
        return sent != before

    def _first(self, language: str, suggested: str) -> tuple[str, str]:
        if latest := self.latest.get(language):
            return latest.title, latest.body
        return suggestion(self.page, language) if language == suggested else ("", "")

    def _opened(self, language: str) -> Any:
        """What the page carries on: of a text that was written meanwhile its user has to be told before it moves."""
        field = self[f"opened_{language}"]
        return self._ordinal(language) if language in self.overtaken else field.value()

    def _ordinal(self, language: str) -> int:
        return self.latest[language].ordinal if language in self.latest else 0
