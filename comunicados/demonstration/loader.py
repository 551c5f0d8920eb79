"""The demonstration: its registry, its sign-ins and its communiqués, every one made by the real verbs.

The texts are the TOML files beside this module; `registry.toml` and `communiques/` say what their keys mean.
"""

import datetime as dt
import tomllib
from functools import cached_property
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import transaction

from comunicados.demonstration import drawings, site_pages
from comunicados.enums import Language, Verb
from comunicados.models import Attachment, Communique, Kind, Participation, Revision, StoredFile, Topic
from comunicados.text import from_blocks
from personas.clock import ministry_now, ministry_today
from personas.models import Appointment, Organization, Person, Position

HERE = Path(__file__).parent
PASSWORD = "demo"  # noqa: S105  (these sign-ins exist in the demonstration alone)
SIGN_INS = {
    "redaccion": ("Ana Redacción", "writer"),
    "traduccion": ("Elena Traducción", "translator"),
    "edicion": ("Bruno Edición", "editor"),
    "publicacion": ("Carmen Publicación", "publisher"),
    "registro": ("Gabriel Registro", "registrar"),
    "lectura": ("Diego Lectura", "reader"),
}

Table = dict[str, Any]


def load() -> bool:
    """Load the demonstration into a database that has none; False when it is there already."""
    if User.objects.filter(username="redaccion").exists():
        return False
    with transaction.atomic():
        _sign_ins()
        registry = Registry(tomllib.loads((HERE / "registry.toml").read_text()))
        registry.load()
        for file in sorted((HERE / "communiques").glob("*.toml")):
            Story(tomllib.loads(file.read_text()), registry).tell()
        users = {user.username: user for user in User.objects.filter(username__in=SIGN_INS)}
        site_pages.load(writer=users["edicion"], approver=users["publicacion"])
    return True


def _sign_ins() -> None:
    for username, (name, role) in SIGN_INS.items():
        first, _, last = name.partition(" ")
        user = User.objects.create_user(username, password=PASSWORD, first_name=first, last_name=last, is_staff=True)
        user.groups.add(Group.objects.get(name=role))
    User.objects.create_superuser("admin", password=PASSWORD)


class Registry:
    """The demonstration's people and posts, findable by the keys of its files."""

    def __init__(self, tables: Table) -> None:
        self.tables = tables
        self.bodies: dict[str, Organization] = {}
        self.positions: dict[str, Position] = {}

    def load(self) -> None:
        for body in self.tables["organizations"]:
            self.bodies[body["key"]] = Organization.objects.create(
                parent=self.organization(body["parent"]),
                **{field: body.get(field, "") for field in ("name_es", "name_en", "acronym_es", "acronym_en")},
            )
        for position in self.tables["positions"]:
            self.positions[position["key"]] = self._position(position)
        for person in self.tables["people"]:
            self._person(person)

    def organization(self, key: str) -> Organization:
        """By the key of a body, an ISO code, or an international organization's English acronym in lower case."""
        if key in self.bodies:
            return self.bodies[key]
        if key.isupper():
            return Organization.objects.get(iso_code=key)
        return Organization.objects.get(kind=Organization.Kind.INTERNATIONAL, acronym_en__iexact=key)

    def _position(self, table: Table) -> Position:
        latest = table["titles"][-1]
        position = Position.objects.create(
            organization=self.organization(table["organization"]),
            name_es=_capitalized(latest["masculine_es"]),
            name_en=_capitalized(latest["en"]),
            rank=table["rank"],
        )
        for title in table["titles"]:
            position.titles.create(
                starts_on=title.get("starts_on"),
                masculine_es=title["masculine_es"],
                feminine_es=title["feminine_es"],
                title_en=title["en"],
            )
        return position

    def _person(self, table: Table) -> None:
        person = Person.objects.create(
            slug=table["slug"],
            name_es=table["name"],
            name_en=table.get("name_en", ""),
            sort_name=table["sort_name"],
            gender=table["gender"],
            spellings="\n".join(table.get("spellings", [])),
        )
        for post in table.get("appointments", []):
            Appointment.objects.create(
                person=person,
                position=self.positions[post["position"]],
                starts_on=_day(post, "starts_on", "starts_days_ago"),
                ends_on=post.get("ends_on"),
                is_acting=post.get("acting", False),
            )


class Story:
    """One communiqué of the demonstration, told by its writers, reviewers and publishers."""

    def __init__(self, table: Table, registry: Registry) -> None:
        self.table, self.registry = table, registry

    @cached_property
    def users(self) -> dict[str, User]:
        return {user.username: user for user in User.objects.filter(username__in=SIGN_INS)}

    def tell(self) -> None:
        self.communique = self._draft()
        for step in self.table.get("steps", []):
            self._take(step)

    def _draft(self) -> Communique:
        table = self.table
        date = _day(table, "date", "days_ago") or ministry_today()
        communique = Communique.objects.create(
            kind=Kind.objects.get(slug=table["kind"]),
            date=date,
            held_on=_day(table, "held_on", "held_days_ago"),
            original=table["original"],
            created_by=self.users["redaccion"],
            **self._of_a_joint_text(),
            **_texts(table),
        )
        communique.topics.set(Topic.objects.filter(slug__in=table.get("topics", [])))
        for order, row in enumerate(table.get("participants", [])):
            self._participation(communique, order, row).save()
        for order, row in enumerate(table.get("files", []), start=1):
            self._attach(communique, order, row)
        Revision.record(communique, by=self.users["redaccion"])
        return communique

    def _attach(self, communique: Communique, order: int, table: Table) -> None:
        """A drawing with the words of its table; a `page` has its lines there too, a portrait its person's slug."""
        words, person = dict(table), None
        if "page" in words:
            drawn = drawings.page(**words.pop("page"))
        elif "portrait_of" in words:
            drawn, person = drawings.portrait(), Person.objects.get(slug=words.pop("portrait_of"))
        else:
            drawn = drawings.landscape()
        file = StoredFile.keep(drawn, by=self.users["redaccion"])
        Attachment.objects.create(communique=communique, file=file, order=order, portrait_of=person, **words)

    def _participation(self, communique: Communique, order: int, table: Table) -> Participation:
        row = Participation(
            communique=communique,
            order=order,
            role=table["role"],
            delegation=self.registry.organization(table["delegation"]) if "delegation" in table else None,
            **{field: text for field, text in table.items() if field.endswith(("_es", "_en"))},
        )
        if "person" in table:
            row.person = Person.objects.get(slug=table["person"])
        if "position" in table:
            held = Appointment.objects.on(communique.day_of_the_act)
            row.appointment = held.get(person=row.person, position=self.registry.positions[table["position"]])
        row.fill_from_registry()
        return row

    def _of_a_joint_text(self) -> Table:
        plain = ("courtesy_translation", "counterpart_url", "counterpart_language")
        firsts = [f"first_delegation_{language}" for language in Language.values]
        return {
            **{field: self.table[field] for field in plain if field in self.table},
            **{field: self.registry.organization(self.table[field]) for field in firsts if field in self.table},
        }

    def _agree(self, step: Table) -> None:
        """The date of the act is told in days before the loading, like all that has to follow it."""
        terms = {name: step[name] for name in ("languages", "channel", "counterpart_words")}
        self.communique.agree(
            by=self.users[step["by"]],
            agreed_on=_day(step, "agreed_on", "agreed_days_ago"),
            counterpart=self.registry.organization(step["counterpart"]),
            **terms,
        )

    def _take(self, step: Table) -> None:
        by = self.users[step["by"]]
        if step["verb"] == "edit":
            Communique.objects.filter(pk=self.communique.pk).update(**_texts(step))
            Revision.record(self.communique, by=by)
            return
        verb = Verb(step["verb"])
        if verb is Verb.AGREE:
            self._agree(step)
            return
        if verb is Verb.WITHDRAW:
            reason = {language: step[f"reason_{language}"] for language in Language.values}
            self.communique.withdraw(by=by, reason=reason)
            return
        given: Table = {}
        if "note" in step:
            given["reason" if verb in (Verb.SEND_BACK, Verb.RELEASE) else "note"] = step["note"]
        if "in_hours" in step:
            given["at"] = ministry_now() + dt.timedelta(hours=step["in_hours"])
        version = self.communique.versions.get(language=step["language"])
        getattr(version, verb.value)(by=by, **given)


def _texts(table: Table) -> Table:
    """The working copy's columns of the texts that a table has, bodies as HTML."""
    columns = {}
    for language in Language.values:
        for field, text in table.get(language, {}).items():
            columns[f"{field}_{language}"] = from_blocks(text) if field == "body" else text
    return columns


def _day(table: Table, fixed: str, ago: str) -> dt.date | None:
    """A date of a table: as it stands, or so many days before the day of loading."""
    if ago in table:
        return ministry_today() - dt.timedelta(days=table[ago])
    day: dt.date | None = table.get(fixed)
    return day


def _capitalized(title: str) -> str:
    return title[:1].upper() + title[1:]
