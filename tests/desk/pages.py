"""Every page of the desk, named in the URL conf: where an example of it is, and which roles open it.

A table written by hand and read by people; `test_pages.py` compares it with the URL conf and asks every page as every
role, `growth.py` counts its queries, the browser tests look at it. A page that is missing here fails the tests.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.urls import URLPattern, URLResolver, get_resolver

from comunicados.desk import views
from comunicados.models import (
    Communique,
    Mention,
    PreviewLink,
    Remark,
    SavedSearch,
    Silence,
    SitePageText,
    SourceFile,
    StockReason,
    StoredFile,
)
from personas.clock import ministry_now
from tests import uploads

ROLES = ("reader", "registrar", "administrator", "translator", "writer", "editor", "publisher")
ALL = " ".join(ROLES)
WRITERS = "writer editor publisher"
EDITORS = "editor publisher"
KEEPERS_OF_REASONS = "administrator publisher"
REGISTRARS = "registrar administrator"
NOBODY = ""  # a superuser at most


@dataclass(frozen=True)
class Page:
    """`path` is after /admin/, with the names of `examples()`; `who` opens it, anybody else is refused."""

    path: str
    who: str
    method: str = "get"


def _of_model(app: str, model: str, *, see: str, write: str, delete: str) -> dict[str, Page]:
    """The admin's own pages of a model; whoever may see a row sees its history too."""
    name, path = f"admin:{app}_{model}", f"{app}/{model}"
    return {
        f"{name}_changelist": Page(f"{path}/", see),
        f"{name}_add": Page(f"{path}/add/", write),
        f"{name}_change": Page(f"{path}/{{{model}}}/change/", see),
        f"{name}_history": Page(f"{path}/{{{model}}}/history/", see),
        f"{name}_delete": Page(f"{path}/{{{model}}}/delete/", delete),
    }


C = "comunicados/communique"

PAGES: dict[str, Page] = {
    # the first page, and what hangs on it
    "admin:index": Page("", ALL),
    "admin:app_list": Page("comunicados/", ALL),
    "desk-manual": Page("manual/", ALL),
    "desk-pile": Page("worklist/published/", ALL),
    "desk-silences": Page("silences/", ALL),
    "desk-begin-silence": Page("silences/begin/", "administrator publisher"),
    "desk-lift-silence": Page("silences/{silence}/lift/", "administrator publisher"),
    "desk-site-pages": Page("site-pages/", ALL),
    "desk-site-page": Page("site-pages/about/", EDITORS),
    "desk-site-page-text": Page(
        "site-pages/about/es/{site_page}/", ALL
    ),  # to read; who approves is in test_site_pages
    "desk-save-search": Page("worklist/searches/", ALL, "post"),
    "desk-remove-search": Page("worklist/searches/{search}/remove/", NOBODY, "post"),  # its owner alone
    "desk-see-mention": Page("worklist/mentions/{mention}/seen/", NOBODY, "post"),  # the one who is mentioned
    # a communiqué: everybody at the desk reads it, its remarks and its whole history
    **_of_model("comunicados", "communique", see=ALL, write=WRITERS, delete=NOBODY),
    "desk-presence": Page(f"{C}/presence/", ALL, "post"),
    "desk-bring-in": Page(f"{C}/bring-in/", WRITERS),
    "desk-settle": Page(f"{C}/bring-in/{{waiting}}/", NOBODY),  # whoever brought it in
    "desk-bring-translation": Page(f"{C}/{{communique}}/bring-in/en/", "translator writer editor publisher"),
    "desk-align": Page(f"{C}/{{communique}}/bring-in/en/{{waiting}}/", NOBODY),  # whoever brought it in
    "desk-original": Page(f"{C}/{{communique}}/original/{{original}}/", ALL),
    "desk-file": Page("files/{file}/foto.jpg", ALL),
    "desk-small-file": Page("files/{file}/small/foto.jpg", ALL),
    "desk-remarks": Page(f"{C}/{{communique}}/remarks/", ALL),
    "desk-compare": Page(f"{C}/{{communique}}/history/compare/?from=1&to=2", ALL),
    "desk-revision": Page(f"{C}/{{communique}}/history/1/", ALL),
    "desk-translate": Page(f"{C}/{{communique}}/en/side-by-side/", ALL),  # to read; its button asks for itself
    "desk-restore": Page(f"{C}/{{communique}}/history/1/restore/", WRITERS),
    # the verbs, on the original; see test_roles.py for states and translations
    "desk-verb submit": Page(f"{C}/{{communique}}/es/submit/", WRITERS),
    "desk-verb send_back": Page(f"{C}/{{communique}}/es/send_back/", EDITORS),
    "desk-verb approve": Page(f"{C}/{{communique}}/es/approve/", EDITORS),
    "desk-verb release": Page(f"{C}/{{communique}}/es/release/", "publisher"),
    "desk-verb publish": Page(f"{C}/{{communique}}/es/publish/", "publisher"),
    "desk-verb cancel": Page(f"{C}/{{communique}}/es/cancel/", "publisher"),
    "desk-verb withdraw": Page(f"{C}/{{communique}}/es/withdraw/", "publisher"),
    "desk-verb conceal": Page(f"{C}/{{communique}}/es/conceal/", "publisher"),
    "desk-verb confirm": Page(f"{C}/{{communique}}/es/confirm/", EDITORS),
    "desk-verb erase": Page(f"{C}/{{communique}}/es/erase/", "administrator publisher"),
    "desk-verb share": Page(f"{C}/{{communique}}/es/share/", EDITORS),
    "desk-revoke-preview": Page(f"{C}/{{communique}}/previews/{{preview}}/revoke/", EDITORS, "post"),
    "desk-communique-verb agree": Page(f"{C}/{{communique}}/verb/agree/", WRITERS),
    "desk-communique-verb reopen": Page(f"{C}/{{communique}}/verb/reopen/", EDITORS),
    "desk-communique-verb void": Page(f"{C}/{{communique}}/verb/void/", "publisher"),
    "desk-communique-verb discard": Page(f"{C}/{{communique}}/verb/discard/", WRITERS),
    "desk-communique-verb take_up": Page(f"{C}/{{communique}}/verb/take_up/", WRITERS),
    # vocabularies
    **_of_model("comunicados", "kind", see=ALL, write="administrator", delete=NOBODY),
    **_of_model("comunicados", "topic", see=ALL, write="administrator", delete=NOBODY),
    **_of_model(
        "comunicados",
        "stockreason",
        see=KEEPERS_OF_REASONS,
        write=KEEPERS_OF_REASONS,
        delete=KEEPERS_OF_REASONS,
    ),
    # the registry
    **_of_model("personas", "person", see=ALL, write=REGISTRARS, delete=REGISTRARS),
    **_of_model("personas", "position", see=ALL, write=REGISTRARS, delete=REGISTRARS),
    **_of_model("personas", "organization", see=ALL, write=REGISTRARS, delete=REGISTRARS),
    **_of_model("personas", "appointment", see=ALL, write=REGISTRARS, delete=REGISTRARS),
    "admin:personas_person_timeline": Page("personas/person/{person}/timeline/", ALL),
    "admin:personas_position_timeline": Page("personas/position/{position}/timeline/?on=2024-01-15", ALL),
    "admin:personas_organization_holders": Page("personas/organization/{organization}/holders/", ALL),
    "admin:personas_people_export": Page("personas/person/people/export/", REGISTRARS),
    "admin:personas_people_import": Page("personas/person/people/import/", REGISTRARS),
    "admin:personas_positions_export": Page("personas/position/positions/export/", REGISTRARS),
    "admin:personas_positions_import": Page("personas/position/positions/import/", REGISTRARS),
    "admin:personas_titles_export": Page("personas/position/titles/export/", REGISTRARS),
    "admin:personas_titles_import": Page("personas/position/titles/import/", REGISTRARS),
    "admin:personas_appointments_export": Page("personas/appointment/appointments/export/", REGISTRARS),
    "admin:personas_appointments_import": Page("personas/appointment/appointments/import/", REGISTRARS),
    "admin:personas_person_merge": Page("personas/person/{person}/merge/", REGISTRARS),
    "admin:personas_position_merge": Page("personas/position/{position}/merge/", REGISTRARS),
    # accounts
    **_of_model("auth", "user", see="administrator", write="administrator", delete=NOBODY),
    **_of_model("auth", "group", see="administrator", write=NOBODY, delete=NOBODY),
    "admin:auth_user_password_change": Page("auth/user/{user}/password/", "administrator"),
    "admin:password_change": Page("password_change/", ALL),
    "admin:password_change_done": Page("password_change/done/", ALL),
}

# Not pages: Django's own doors and services, which ask for themselves.
NO_PAGES = {"admin:login", "admin:logout", "admin:autocomplete", "admin:jsi18n", "admin:view_on_site"}


def names() -> set[str]:
    """What the URL conf calls the pages of the desk; each verb is a page of its own."""
    verbs = {"desk-verb": views.OF_A_LANGUAGE, "desk-communique-verb": views.OF_A_COMMUNIQUE}
    found = {name for name, route in _named(get_resolver().url_patterns) if route.startswith("admin/")}
    of_verbs = {f"{name} {verb}" for name, known in verbs.items() for verb in known}
    return (found - verbs.keys() - NO_PAGES) | of_verbs


def _named(patterns: list[Any], route: str = "", namespace: str = "") -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inside = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _named(pattern.url_patterns, here, inside)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{namespace}{pattern.name}", here


def examples(communique: Communique, owner: User) -> dict[str, int | str]:
    """A row for each name that the paths bear: the communiqué's own, and what `owner` keeps beside it."""
    post = communique.participations.exclude(appointment=None).select_related("appointment__position")[0].appointment
    mention, _ = Mention.objects.get_or_create(
        user=owner,
        remark=Remark.objects.filter(communique=communique).first()
        or Remark.objects.create(
            communique=communique, text="…", made_by=communique.created_by, made_at=communique.created_at
        ),
    )
    return {
        "communique": communique.pk,
        "kind": communique.kind_id,
        "topic": communique.topics.all()[0].pk,
        "stockreason": StockReason.objects.all()[0].pk,
        "person": post.person_id,
        "appointment": post.pk,
        "position": post.position_id,
        "organization": post.position.organization_id,
        "user": communique.created_by_id,
        "group": communique.created_by.groups.all()[0].pk,
        "search": SavedSearch.objects.get_or_create(owner=owner, name="…", query="q=agenda")[0].pk,
        "mention": mention.pk,
        "original": _original(communique, owner).pk,
        "waiting": _brought_in(owner).pk,
        "file": StoredFile.keep(uploads.jpeg(), by=communique.created_by).digest,
        "preview": _preview(communique, owner).pk,
        "silence": _silence(communique, owner).pk,
        "site_page": _site_page(owner).ordinal,
    }


def _site_page(owner: User) -> SitePageText:
    found = SitePageText.objects.of("about", "es").first()
    words = {"title": "Acerca", "body": "<p>…</p>", "written_by": owner, "written_at": ministry_now()}
    return found or SitePageText.objects.create(page="about", language="es", ordinal=1, **words)


def _silence(communique: Communique, owner: User) -> Silence:
    now = ministry_now()
    words = {"reason_es": "Veda electoral.", "reason_en": "Electoral period."}
    silence = Silence.objects.first() or Silence.objects.create(set_by=owner, set_at=now, starts_at=now, **words)
    silence.rows.get_or_create(kind=communique.kind)
    return silence


def _preview(communique: Communique, owner: User) -> PreviewLink:
    """Made past the verb, which asks for a setting that is off."""
    version = communique.versions.get(language="es")
    found = PreviewLink.objects.filter(version=version).first()
    return found or PreviewLink.objects.create(
        version=version,
        revision=version.written_in,
        digest=version.digest,
        recipient="…",
        token_digest=f"{version.pk:064}",
        made_by=owner,
        made_at=communique.created_at,
        expires_at=communique.created_at + dt.timedelta(days=1),
    )


def _brought_in(owner: User) -> SourceFile:
    reading = {"blocks": [], "doubts": [], "media_type": "", "digest": ""}
    found = SourceFile.objects.waiting().filter(brought_by=owner).first()
    return found or SourceFile.keep("nota.docx", b"nota", reading, by=owner)


def _original(communique: Communique, owner: User) -> SourceFile:
    if kept := communique.source_files.first():
        return kept
    file = _brought_in(owner)
    file.belong_to(communique, "es", [])
    return file
