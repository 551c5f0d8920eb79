"""How the desk's forms link to rows: by autocompletion that survives what a browser would never send."""

from typing import Any

from django import forms
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteMixin, AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models import Field
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _


class _Numbered(AutocompleteMixin):
    """Shows the rows that were chosen; Django's own fails on a refused form whose value is no number."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        numbers = [link for link in value if str(link).isdecimal()]
        return super().optgroups(name, numbers, attr)


class LinkSelect(_Numbered, AutocompleteSelect):
    """`known` holds the words of rows that were read already, by their id: a form of many rows asks for none."""

    known: dict[str, str]

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        known = getattr(self, "known", {})
        chosen = [str(link) for link in value if link]
        if not set(chosen) <= known.keys():
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options += [self.create_option(name, link, known[link], True, len(options)) for link in chosen]
        return [(None, options, 0)]


class LinkSelectMultiple(_Numbered, AutocompleteSelectMultiple):
    """Each choice is taken away by itself: a cross for all would stand in the list as if it were one of them."""

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().build_attrs(*args, **kwargs) | {"data-allow-clear": "false"}


def name_both_parts(field: Any) -> None:
    """The date and the hour of one moment are two boxes under one label: each says which it is, to be heard."""
    parts = (_("%(name)s: date"), _("%(name)s: hour"))
    for box, words in zip(field.widget.widgets, parts, strict=True):
        box.attrs["aria-label"] = words % {"name": capfirst(str(field.label))}


class NamedCells(forms.BaseInlineFormSet):
    """Rows of a table: each box bears the name of its column, which is far away for whoever does not see it."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for field in form.fields.values():
            if field.label and not field.widget.is_hidden:
                field.widget.attrs.setdefault("aria-label", capfirst(str(field.label)))


class Linked(BaseModelAdmin):
    """The part of an admin that makes the widgets of its `autocomplete_fields`."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_foreignkey(db_field, request, **self._widget(LinkSelect, db_field, kwargs))

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_manytomany(
            db_field, request, **self._widget(LinkSelectMultiple, db_field, kwargs)
        )

    def _widget(self, widget: type[Any], db_field: "Field[Any, Any]", kwargs: dict[str, Any]) -> dict[str, Any]:
        if db_field.name not in self.autocomplete_fields:
            return kwargs
        return {"widget": widget(db_field, self.admin_site, using=kwargs.get("using")), **kwargs}
