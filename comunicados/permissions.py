"""Who may do what: a verb needs a permission, a role is a group that holds some.

The four-eyes rule is not here: it is about a text, not a role (see LanguageVersion.approve).
"""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission, User

from comunicados.enums import Verb
from comunicados.exceptions import NotPermitted

WRITE = "comunicados.change_communique"
READ = "comunicados.view_communique"
REMARK = "comunicados.add_remark"

NEEDS: dict[Verb, str] = {
    Verb.SUBMIT: WRITE,
    Verb.SEND_BACK: "comunicados.review_languageversion",
    Verb.APPROVE: "comunicados.review_languageversion",
    Verb.RELEASE: "comunicados.publish_languageversion",
    Verb.PUBLISH: "comunicados.publish_languageversion",
    Verb.CANCEL: "comunicados.publish_languageversion",
    Verb.WITHDRAW: "comunicados.publish_languageversion",
    Verb.CONFIRM: "comunicados.review_languageversion",
    Verb.CONCEAL: "comunicados.conceal_languageversion",
    Verb.VOID: "comunicados.void_seriesnumber",
}

_SEE = (
    "view_communique",
    "view_languageversion",
    "view_person",
    "view_position",
    "view_organization",
    "view_appointment",
    "view_kind",
    "view_topic",
    "view_remark",
)
_WRITE = (
    *_SEE,
    "add_communique",
    "change_communique",
    "add_participation",
    "change_participation",
    "delete_participation",
    "view_participation",
    "add_remark",
)
_REGISTER = tuple(
    f"{action}_{model}"
    for model in ("person", "position", "positiontitle", "organization", "appointment")
    for action in ("add", "change", "delete", "view")
)

ROLES: dict[str, tuple[str, ...]] = {
    "reader": _SEE,
    "writer": _WRITE,
    "translator": _WRITE,
    "editor": (*_WRITE, "review_languageversion"),
    "publisher": (
        *_WRITE,
        "review_languageversion",
        "publish_languageversion",
        "conceal_languageversion",
        "void_seriesnumber",
    ),
    "registrar": (*_SEE, *_REGISTER, "add_remark"),
}


def may(user: User, verb: Verb) -> bool:
    return bool(user.is_active and user.has_perm(NEEDS[verb]))


def require(user: User, verb: Verb) -> None:
    """Raise NotPermitted unless the user's role holds what the verb needs."""
    if not may(user, verb):
        raise NotPermitted


def ensure_roles(sender: Any, using: str = "default", **kwargs: Any) -> None:
    """After every migration: the groups of ROLES exist and hold at least these permissions."""
    from django.apps import apps

    if using != "default":
        return
    for label in ("personas", "comunicados"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    for role, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.add(*Permission.objects.filter(codename__in=codenames))
