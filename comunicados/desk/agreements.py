"""The pages that record an agreement with others, and that release what was agreed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.forms.widgets import Script
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comunicados.desk.verb_forms import ReasonForm
from comunicados.desk.verb_pages import CommuniqueVerb
from comunicados.document import digest
from comunicados.enums import Channel, Language, Verb
from comunicados.models import Agreement, Communique
from personas.clock import ministry_today
from personas.models import Organization


class OtherSide(AutocompleteSelect):
    """Django's own, with words in it while it is empty: they are its name for whoever hears the page."""

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().build_attrs(*args, **kwargs) | {"data-placeholder": _("State or organization")}


class AgreementForm(forms.Form):
    """Field names are the arguments of `Communique.agree`."""

    languages = forms.MultipleChoiceField(
        label=_("Agreed texts"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose a language.")},
    )
    counterpart: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("Agreed with"),
        queryset=Organization.objects.all(),
        required=False,
        widget=OtherSide(Agreement._meta.get_field("counterpart"), admin.site),
    )
    counterpart_words = forms.CharField(
        label=_("Or, in words"), max_length=250, required=False, help_text=_("Who it was there, or several parties.")
    )
    agreed_on = forms.DateField(label=_("Agreed on"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    channel = forms.ChoiceField(label=_("By"), choices=[("", "—"), *Channel.choices])
    note = forms.CharField(
        label=_("Note"),
        widget=forms.Textarea({"rows": 3}),
        required=False,
        help_text=_("For your colleagues; never public."),
    )

    class Media:
        js = [Script("desk/naming.js", type="module")]

    def __init__(self, *args: Any, communique: Communique, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = [  # type: ignore[attr-defined]
            (code, label) for code, label in Language.choices if getattr(communique, f"headline_{code}")
        ]

    def clean_agreed_on(self) -> Any:
        day = self.cleaned_data["agreed_on"]
        if day > ministry_today():
            raise forms.ValidationError(_("This day has not come yet."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not cleaned["counterpart"] and not cleaned["counterpart_words"].strip():
            self.add_error("counterpart", _("Say with whom."))
        return cleaned


class Agree(CommuniqueVerb):
    verb, form_class, template_name = Verb.AGREE, AgreementForm, "desk/agree.html"
    what: str | Promise = _(
        "The chosen texts are locked as they are now, with the facts and the participants that their pages show,"
        " until an editor releases them."
    )
    done: str | Promise = _("The agreement is recorded; what was agreed is locked.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"communique": self.communique}

    def get_initial(self) -> dict[str, Any]:
        return {"agreed_on": ministry_today()}

    def act(self, **given: Any) -> Any:
        return super().act(seen=self.request.POST.get("seen") or "nothing", **given)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(seen=digest(self.communique.document()), **context)


class Reopen(CommuniqueVerb):
    verb, form_class = Verb.REOPEN, ReasonForm
    done: str | Promise = _("Released: the text can be edited. The agreement stays in the history.")

    @property
    def what(self) -> str:  # type: ignore[override]
        agreement = self.communique.agreement
        return agreement.sentence if agreement else ""
