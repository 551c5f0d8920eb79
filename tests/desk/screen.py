"""The writing screen as a browser would send it back."""

from typing import Any

from django.test import Client

from comunicados.models import Communique

ADD = "/admin/comunicados/communique/add/"


def url(communique: Communique) -> str:
    return f"/admin/comunicados/communique/{communique.pk}/change/"


def fields(response: Any) -> dict[str, Any]:
    """All that the form on this page would send if nobody touched it."""
    context = response.context
    form = context["adminform"].form
    formsets = [inline.formset for inline in context["inline_admin_formsets"]]
    sent: dict[str, Any] = {}
    if "is_archive" in form.fields:  # it is not there for whoever writes no facts
        sent["initial-is_archive"] = str(form["is_archive"].value())
    for part in (form, *(part for formset in formsets for part in (formset.management_form, *formset.forms))):
        sent |= {bound.html_name: _as_sent(bound.value()) for bound in part}
    ticked = {name: value for name, value in sent.items() if value is not False}
    topics = {"topics": ticked["topics"] or []} if "topics" in ticked else {}
    return ticked | topics | {"opened_with": context["opened_with"]}


def open_form(client: Client, communique: Communique | None = None) -> dict[str, Any]:
    return fields(client.get(url(communique) if communique else ADD))


def participant(row: int, **given: Any) -> dict[str, Any]:
    """The fields of one more row, the number `row`; "participations-TOTAL_FORMS" counts it."""
    names = {f"participations-{row}-{field}": _as_sent(value) for field, value in {"role": "head", **given}.items()}
    return {"participations-TOTAL_FORMS": row + 1, **names}


def _as_sent(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, list):
        return [_as_sent(item) for item in value]
    return getattr(value, "pk", value)
