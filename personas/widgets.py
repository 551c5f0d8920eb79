"""How the desk's forms link to rows: by autocompletion that survives what a browser would never send."""

from typing import Any

from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteMixin, AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models import Field
from django.http import HttpRequest


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
    pass


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
