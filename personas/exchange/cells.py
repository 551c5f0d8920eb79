"""The form that a line fills in: the model's own rules, with cells for widgets."""

import types
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.forms.models import modelform_factory
from django.utils.translation import gettext_lazy as _

from personas.exchange.tables import NO, YES, Table
from personas.hours import LAST_HOUR

WORDS = {YES: True, "sí": True, "si": True, "true": True, "1": True, NO: False, "false": False, "0": False, "": False}


class YesNo(forms.Field):
    def to_python(self, value: Any) -> bool:
        said = WORDS.get(value.strip().lower())
        if said is None:
            raise ValidationError(_("Write yes or no."))
        return said


class Link(forms.Field):
    """A row by its slug."""

    def __init__(self, known: dict[str, Any]) -> None:
        super().__init__(required=True)
        self.known = known

    def to_python(self, value: Any) -> Any:
        if not value.strip():
            return None
        try:
            return self.known[value.strip()]
        except KeyError as error:
            raise ValidationError(_("The registry has none of this address.")) from error


def form_for(table: Table, cells: dict[str, str], row: Any, links: dict[str, dict[str, Any]]) -> forms.ModelForm:
    """A bound form of these columns alone: what a file does not change is not judged."""
    own: dict[str, Any] = {name: Link(links[name]) for name in cells if name in links}
    if "is_acting" in cells:
        own["is_acting"] = YesNo(required=False)
    base = types.new_class("LineForm", (forms.ModelForm,), exec_body=lambda body: body.update(own))
    made = modelform_factory(table.model, form=cast(type[forms.ModelForm], base), fields=list(cells))
    form = made(cells, instance=row)
    for name in ("starts_on", "ends_on"):
        if name in form.fields:
            form.fields[name].input_formats = ["%Y-%m-%d"]  # type: ignore[attr-defined]
    if "shown_from" in form.fields:
        form.fields["shown_from"].validators.append(MaxValueValidator(LAST_HOUR))
    return form
