"""The draft as the text gives it, to be put right before it is made: its fields, and a form for each participant."""

import copy
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from comunicados.desk.forms import tidy
from comunicados.enums import Language, Role
from comunicados.intake.matching import Match
from comunicados.intake.proposals import NewPerson, NewPost
from comunicados.models import Communique, Kind, Participation
from personas.models import Appointment, Organization, Person
from personas.widgets import LinkSelect

OTHER = "other_"
NOBODY, ANOTHER, NEW, TEXT = "nobody", "another", "new", "text"
ONE_LINE = ("headline", "subheadline", "place", "name", "title", "organization", "courtesy")
GONE = _("The registry has changed meanwhile: choose again.")


def words_field(model: type[Model], name: str, *, rows: int = 1, is_required: bool = False) -> forms.CharField:
    """A text as long as its column."""
    column: Any = model._meta.get_field(name)
    widget = forms.Textarea({"rows": rows}) if rows > 1 else forms.TextInput()
    return forms.CharField(
        label=capfirst(column.verbose_name), max_length=column.max_length, required=is_required, widget=widget
    )


def _day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **options)


class TidyForm(forms.Form):
    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned |= {name: tidy(value) for name, value in cleaned.items() if isinstance(value, str)}
        lines = [name for name in cleaned if name.removeprefix(OTHER) in ONE_LINE and cleaned[name]]
        return cleaned | {name: " ".join(cleaned[name].split()) for name in lines}


class DraftForm(TidyForm):
    """`body` is plain paragraphs with an empty line between them; the writing screen has the editor."""

    kind: Any = forms.ModelChoiceField(Kind.objects.order_by("order", "slug"), label=_("Kind"), empty_label=None)
    date = _day(_("Date of the dateline"))
    held_on = _day(_("Day of the act"), required=False, help_text=_("Empty: the date of the dateline."))
    place = words_field(Communique, "place")
    language = forms.ChoiceField(label=_("Original"), choices=Language.choices)
    headline = words_field(Communique, "headline", rows=2)
    subheadline = words_field(Communique, "subheadline", rows=2)
    body = forms.CharField(
        label=_("Text"),
        required=False,
        widget=forms.Textarea({"rows": 16}),
        help_text=_("An empty line between paragraphs."),
    )

    def __init__(self, *args: Any, is_kind_known: bool = True, is_in_both: bool = False, **kwargs: Any) -> None:
        """`is_in_both`: the text is in both languages, and the fields of the other one begin with OTHER."""
        super().__init__(*args, **kwargs)
        for name in ("headline", "subheadline", "place", "body") if is_in_both else ():
            self.fields[f"{OTHER}{name}"] = copy.deepcopy(self.fields[name])
        kind: Any = self.fields["kind"]
        if not is_kind_known:
            kind.widget = forms.RadioSelect()
            kind.widget.choices = kind.choices
        kind.label_from_instance = lambda kind: kind.name_in(_language())


class KnownSelect(LinkSelect):
    """Shows a chosen row that was found already, and asks for none."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        known = getattr(self, "known", {})
        return super().optgroups(name, [link for link in value if str(link) in known], attr)


class LinkField(forms.IntegerField):
    """The id of a row of the registry, found by autocompletion. Many are looked up at once: see `look_up`."""

    def __init__(self, column: str, **options: Any) -> None:
        related: Any = Participation._meta.get_field(column)
        super().__init__(widget=KnownSelect(related, admin.site), required=False, min_value=1, **options)


class ParticipantWordsForm(TidyForm):
    """The words of one language for a participant."""

    name = words_field(Participation, "name")
    title = words_field(Participation, "title")
    organization = words_field(Participation, "organization")
    courtesy = words_field(Participation, "courtesy")


class ParticipantForm(ParticipantWordsForm):
    """A participant in the words of the text, and who the registry says it is: one of `match`, another, a new one.

    `person` and `post` may stay unanswered: then what is likeliest is taken and the doubt stays.
    """

    is_left_out = forms.BooleanField(label=_("Leave out"), required=False)
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    delegation = LinkField("delegation", label=_("Delegation"))
    person = forms.ChoiceField(label=_("Who it is"), required=False, widget=forms.RadioSelect)
    another = LinkField("person", label=_("Another person of the registry"))
    post = forms.ChoiceField(label=_("Which post"), required=False, widget=forms.RadioSelect)
    sort_name = words_field(Person, "sort_name")
    gender = forms.ChoiceField(
        label=_("Grammatical gender"), required=False, choices=[("", _("not known")), *Person.Gender.choices]
    )
    masculine_es = forms.CharField(label=_("Spanish, masculine"), max_length=250, required=False)
    feminine_es = forms.CharField(label=_("Spanish, feminine"), max_length=250, required=False)
    title_en = forms.CharField(label=_("English"), max_length=250, required=False)

    field_order = ["is_left_out", "role", "name", "title", "organization", "courtesy", "delegation"]
    linked: dict[str, dict[int, Any]]  # the rows that `another` and `delegation` name, by their id

    def __init__(
        self, *args: Any, match: Match, new_person: NewPerson | None, new_post: NewPost | None, **kwargs: Any
    ) -> None:
        """`new_person` and `new_post` are None where its user may not enter them, or nothing is to be entered."""
        super().__init__(*args, **kwargs)
        self.match, self.new_post, self.linked = match, new_post, {"another": {}, "delegation": {}}
        people: Any = self.fields["person"]
        people.choices = list(_people(match, new_person))
        posts: Any = self.fields["post"]
        posts.choices = list(_posts(match, new_post))
        if new_person is None:
            del self.fields["sort_name"], self.fields["gender"]
        if new_post is None:
            del self.fields["masculine_es"], self.fields["feminine_es"], self.fields["title_en"]
        for name in ("person", "post"):
            self.fields[name].error_messages["invalid_choice"] = GONE

    def know(self, linked: dict[str, dict[int, Any]]) -> None:
        """The rows of the registry that the forms of a page name, found for all of them at once."""
        self.linked = linked
        for name, rows in linked.items():
            widget: Any = self.fields[name].widget
            widget.known = {str(pk): str(row) for pk, row in rows.items()}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("is_left_out"):
            return cleaned
        if not (cleaned.get("name") or cleaned.get("title")):
            self.add_error("name", _("Give a name or a post, or leave this participant out."))
        for name in self.linked:
            if cleaned.get(name) and cleaned[name] not in self.linked[name]:
                self.add_error(name, GONE)
        if cleaned.get("person") == ANOTHER and not cleaned.get("another"):
            self.add_error("another", _("Say who it is."))
        self._check_post(cleaned)
        return cleaned

    def _check_post(self, cleaned: dict[str, Any]) -> None:
        if self.errors:
            return
        post, person = self.chosen_post, self.chosen_person
        if post is not None and (person is None or post.person_id != person.pk):
            self.add_error("post", _("This post is somebody else's."))
        if cleaned.get("post") == NEW and person is None and not self.is_new_person:
            self.add_error("post", _("A post is somebody's: say who it is."))
        if self.is_new_post and not (cleaned["masculine_es"] or cleaned["feminine_es"] or cleaned["title_en"]):
            self.add_error("masculine_es", _("Give the title in at least one language."))

    # What was chosen

    @property
    def is_new_person(self) -> bool:
        return self.cleaned_data.get("person") == NEW

    @property
    def is_new_post(self) -> bool:
        return self.cleaned_data.get("post") == NEW

    @property
    def chosen_person(self) -> Person | None:
        chosen = self.cleaned_data.get("person")
        if chosen in (NOBODY, NEW):
            return None
        if chosen == ANOTHER:
            return self.linked["another"].get(self.cleaned_data.get("another") or 0)
        if not chosen:
            return self.match.person
        return next((person for person in self.match.people if str(person.pk) == chosen), None)

    @property
    def chosen_post(self) -> Appointment | None:
        chosen = self.cleaned_data.get("post")
        if chosen in (TEXT, NEW):
            return None
        if not chosen:
            taken = self.match.appointment
            return taken if taken and taken.person_id == getattr(self.chosen_person, "pk", None) else None
        posts = [post for held in self.match.held.values() for post in held]
        return next((post for post in posts if str(post.pk) == chosen), None)

    @property
    def chosen_delegation(self) -> Organization | None:
        return self.linked["delegation"].get(self.cleaned_data.get("delegation") or 0)


def _language() -> str:
    return get_language() or "es"


def _people(match: Match, new_person: NewPerson | None) -> Any:
    for person in match.people:
        titles = [match.called(post, _language()) for post in match.held[person.pk]]
        yield str(person.pk), " · ".join([str(person), *titles])
    yield ANOTHER, _("Another person of the registry")
    if new_person is not None:
        yield NEW, _("A new person: enter them in the registry")
    yield NOBODY, _("The name alone, nobody of the registry")


def _posts(match: Match, new_post: NewPost | None) -> Any:
    yield TEXT, _("The words of the text, no post of the registry")
    for held in match.held.values():
        for post in held:
            called = match.called(post, _language())
            words = {"post": called if len(match.people) == 1 else f"{post.person} · {called}"}
            yield str(post.pk), _("The registry’s: %(post)s") % words
    if new_post is not None:
        yield (
            NEW,
            _("A new appointment: enter it in the registry, at %(body)s") % {"body": new_post.body_name},
        )
