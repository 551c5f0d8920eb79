"""Who may do what: a verb needs a permission, a role is a group that holds some.

The four-eyes rule is not here: it is about a text, not a role (see LanguageVersion.approve).
"""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission, User

from comunicados.enums import Language, Section, Verb
from comunicados.exceptions import NotPermitted

WRITE = "comunicados.change_communique"  # every section
TRANSLATE = "comunicados.translate_communique"  # the section of the language that is not the original
READ = "comunicados.view_communique"
REMARK = "comunicados.add_remark"
SILENCE = "comunicados.set_silence"
SITE_PAGES = "comunicados.keep_sitepages"  # to write their texts, and to approve what somebody else wrote

NEEDS: dict[Verb, str] = {
    Verb.SUBMIT: WRITE,
    Verb.SEND_BACK: "comunicados.review_languageversion",
    Verb.APPROVE: "comunicados.review_languageversion",
    Verb.RELEASE: "comunicados.publish_languageversion",
    Verb.PUBLISH: "comunicados.publish_languageversion",
    Verb.CANCEL: "comunicados.publish_languageversion",
    Verb.WITHDRAW: "comunicados.publish_languageversion",
    Verb.ACCOUNT: WRITE,
    Verb.CONFIRM: "comunicados.review_languageversion",
    Verb.CONCEAL: "comunicados.conceal_languageversion",
    Verb.ERASE: "comunicados.erase_languageversion",
    Verb.SHARE: "comunicados.share_previewlink",  # those who answer for texts; a writer asks one of them
    Verb.VOID: "comunicados.void_seriesnumber",
    Verb.DISCARD: WRITE,
    Verb.TAKE_UP: WRITE,
    Verb.AGREE: "comunicados.add_agreement",
    Verb.REOPEN: "comunicados.release_agreement",
}

OF_A_TRANSLATOR = (Verb.SUBMIT, Verb.ACCOUNT)  # on a translation

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
_TRANSLATE = (*_SEE, "view_participation", "translate_communique", "add_remark")
_WRITE = (
    *_TRANSLATE,
    "add_communique",
    "change_communique",
    "add_participation",
    "change_participation",
    "delete_participation",
    "add_agreement",
)
_REGISTER = tuple(
    f"{action}_{model}"
    for model in ("person", "position", "positiontitle", "organization", "appointment")
    for action in ("add", "change", "delete", "view")
)
_ADMINISTER = (
    *(f"{action}_{model}" for model in ("user", "kind", "topic") for action in ("add", "change", "view")),
    "view_group",
    "erase_languageversion",
    "set_silence",
)

ROLES: dict[str, tuple[str, ...]] = {
    "reader": _SEE,
    "writer": _WRITE,
    "translator": _TRANSLATE,
    "editor": (*_WRITE, "review_languageversion", "release_agreement", "share_previewlink", "keep_sitepages"),
    "publisher": (
        *_WRITE,
        "review_languageversion",
        "release_agreement",
        "share_previewlink",
        "publish_languageversion",
        "conceal_languageversion",
        "erase_languageversion",
        "void_seriesnumber",
        "set_silence",
        "keep_sitepages",
    ),
    "registrar": (*_SEE, *_REGISTER, "add_remark"),
    # keeps accounts, kinds, topics and the registry, and silences kinds; whoever hands out the roles writes and
    # publishes nothing, and is there to be the second person of an erasure where there is one publisher
    "administrator": (*_SEE, *_REGISTER, *_ADMINISTER, "add_remark"),
}


def may(user: User, verb: Verb, *, on_translation: bool = True) -> bool:
    """Whether the role holds what the verb needs, on some text at least; or on one that is no translation."""
    if not user.is_active:
        return False
    return user.has_perm(NEEDS[verb]) or (on_translation and verb in OF_A_TRANSLATOR and user.has_perm(TRANSLATE))


def require(user: User, verb: Verb, *, on_translation: bool = False) -> None:
    """Raise NotPermitted unless the user's role holds what the verb needs on such a text."""
    if not may(user, verb, on_translation=on_translation):
        raise NotPermitted


def writable_sections(user: User, original: str) -> frozenset[Section]:
    """The sections that the role writes in a communiqué of that original; a joint text has no translation."""
    if not user.is_active:
        return frozenset()
    if user.has_perm(WRITE):
        return frozenset(Section)
    if user.has_perm(TRANSLATE):
        return frozenset(Section(language) for language in Language.values if original not in (language, "both"))
    return frozenset()


def ensure_roles(sender: Any, using: str = "default", **kwargs: Any) -> None:
    """After every migration: the groups of ROLES exist and hold at least these permissions."""
    from django.apps import apps

    if using != "default":
        return
    for label in ("auth", "personas", "comunicados"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    for role, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.add(*Permission.objects.filter(codename__in=codenames))
