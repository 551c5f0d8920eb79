"""The accounts in the admin: roles by their names in the language of the desk, each with what it may do."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# By the name of the group: what it is called, what it may do.
ROLE_WORDS: dict[str, tuple[Promise, Promise]] = {
    "reader": (pgettext_lazy("role", "reader"), _("Reads everything at the desk, changes nothing.")),
    "writer": (
        pgettext_lazy("role", "writer"),
        _("Writes communiqués in both languages, submits them for review, discards drafts."),
    ),
    "translator": (
        pgettext_lazy("role", "translator"),
        _("Writes and submits the language that is not the original; reads the rest."),
    ),
    "editor": (
        pgettext_lazy("role", "editor"),
        _("Writes; approves what others wrote or sends it back; confirms what was done alone."),
    ),
    "publisher": (
        pgettext_lazy("role", "publisher"),
        _("All that an editor may; publishes, schedules, withdraws, conceals, erases, releases urgently."),
    ),
    "registrar": (pgettext_lazy("role", "registrar"), _("Keeps the registry: people, posts, organizations.")),
    "administrator": (
        pgettext_lazy("role", "administrator"),
        _("Keeps accounts and their roles, kinds and topics, answers for erasures; writes and publishes nothing."),
    ),
}
ONLY_FOR_SUPERUSERS = ("is_superuser", "user_permissions")


def role_name(group: Group) -> str:
    """What the desk calls the group; a ministry's own groups bear the name that it gave them."""
    return capfirst(str(ROLE_WORDS[group.name][0])) if group.name in ROLE_WORDS else group.name


def what_it_may(group: Group) -> str:
    return str(ROLE_WORDS[group.name][1]) if group.name in ROLE_WORDS else ""


class RolesField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple({"class": "roles"})

    def label_from_instance(self, group: Group) -> str:
        return format_html('<b>{}</b> <span class="quiet">{}</span>', role_name(group), what_it_may(group))


class DeskUserAdmin(UserAdmin):
    """Superusers are made and changed by superusers alone: who keeps the accounts cannot become one.

    Nobody deletes an account: what it signed stays, and the page would gather all of that only to refuse.
    """

    list_display = ["username", "first_name", "last_name", "roles", "is_active", "last_login"]
    list_filter = ["is_active", "is_staff"]
    filter_horizontal = ()
    readonly_fields = ["last_login", "date_joined"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> str:
        return ", ".join(role_name(group) for group in user.groups.all())

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "groups":
            return RolesField(Group.objects.order_by("pk"), label=capfirst(_("roles")), required=False)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return fieldsets
        return [
            (name, {**options, "fields": [field for field in options["fields"] if field not in ONLY_FOR_SUPERUSERS]})
            for name, options in fieldsets
        ]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        is_out_of_reach = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not is_out_of_reach

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False


class DeskGroupAdmin(GroupAdmin):
    list_display = ["called", "may", "name"]
    filter_horizontal = ()

    @admin.display(description=_("role"), ordering="name")
    def called(self, group: Group) -> str:
        return role_name(group)

    @admin.display(description=_("what it may do"))
    def may(self, group: Group) -> str:
        return what_it_may(group)


admin.site.unregister([User, Group])
admin.site.register(User, DeskUserAdmin)
admin.site.register(Group, DeskGroupAdmin)
