"""What a withdrawal asks, in the order of haste: nothing that a stock reason does not answer beforehand."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.forms.widgets import Script
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from comunicados.desk.verb_forms import PublicReasonForm
from comunicados.enums import Language
from comunicados.exceptions import ReasonMissing
from comunicados.models import Communique, Publication, StockReason

OWN_WORDS = ""


class OtherCommunique(AutocompleteSelect):
    """Django's own, with words in it while it is empty: they are its name for whoever hears the page."""

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().build_attrs(*args, **kwargs) | {"data-placeholder": _("Another communiqué")}


class WithdrawForm(PublicReasonForm):
    """A stock reason in both languages, words of one's own, or both: then these follow the reason."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=Language.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose a language.")},
    )
    stock = forms.ChoiceField(label=_("Reason, for the public"), required=False, widget=forms.RadioSelect)
    keep_text = forms.BooleanField(
        label=_("Leave the text readable under the notice"),
        required=False,
        initial=True,
        help_text=_("Without it, every version that was public answers only with the reason."),
    )
    replaced_by: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("Replaced by"),
        queryset=Communique.objects.none(),
        required=False,
        widget=OtherCommunique(Publication._meta.get_field("replaced_by"), admin.site),
        help_text=_("The notice leads there in each language in which that communiqué is public."),
    )

    class Media:
        js = [Script("desk/naming.js", type="module")]

    def __init__(self, *args: Any, communique: Communique, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reasons_in_stock = list(StockReason.objects.all())
        self.fields["stock"].choices = [  # type: ignore[attr-defined]
            *((str(reason.pk), _in_both_languages(reason)) for reason in self.reasons_in_stock),
            (OWN_WORDS, _("In your own words")),
        ]
        self.fields["stock"].initial = str(self.reasons_in_stock[0].pk) if self.reasons_in_stock else OWN_WORDS
        self.fields["replaced_by"].queryset = Communique.objects.kept().exclude(pk=communique.pk)  # type: ignore[attr-defined]
        for language in Language.values:
            self.fields[f"reason_{language}"].widget.attrs["lang"] = language

    @property
    def asks_for_words(self) -> bool:
        """Whether the fields beside the stock reasons have to be seen."""
        return self.is_bound or not self.reasons_in_stock

    def clean(self) -> dict[str, Any]:
        languages = self.cleaned_data.get("languages", [])
        reasons = self._whole_reasons()
        for language in languages:
            if not reasons[language]:
                self.add_error(f"reason_{language}", ReasonMissing.sentence)
        return {
            "languages": languages,
            "reason": reasons,
            "keep_text": self.cleaned_data.get("keep_text", False),
            "replaced_by": self.cleaned_data.get("replaced_by"),
        }

    def _whole_reasons(self) -> dict[str, str]:
        chosen = next((row for row in self.reasons_in_stock if str(row.pk) == self.cleaned_data.get("stock")), None)
        stock = {language: getattr(chosen, f"text_{language}", "") for language in Language.values}
        return {language: f"{stock[language]} {own.strip()}".strip() for language, own in self.reasons().items()}


def _in_both_languages(reason: StockReason) -> SafeString:
    return format_html(
        '<span><span lang="es">{}</span> <span lang="en" class="quiet">{}</span></span>',
        reason.text_es,
        reason.text_en,
    )
