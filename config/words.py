"""What packages say to the desk's users, in the desk's own words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

IN_A_LANGUAGE = {"es": gettext_noop("%(name)s (Spanish)"), "en": gettext_noop("%(name)s (English)")}

# Django's messages whose Spanish does not agree with feminine nouns ("Añadir otro organización"): named here, so that
# they are collected into our own catalogue, which is asked first.
DJANGO = (
    gettext_noop("Add another %(model)s"),
    gettext_noop("Add another %(verbose_name)s"),
    gettext_noop("Save and add another"),
    gettext_noop("Select %s"),
    gettext_noop("Select %s to change"),
    gettext_noop("Select %s to view"),
    gettext_noop("The {name} “{obj}” was added successfully."),
    gettext_noop("The {name} “{obj}” was changed successfully."),
    gettext_noop("The {name} “{obj}” was added successfully. You may add another {name} below."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may edit it again below."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    gettext_noop("The %(name)s “%(obj)s” was deleted successfully."),
    gettext_noop("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?"),
)


def label_in_a_language(name: str, language: str) -> str:
    """What a form calls the Spanish, or the English, of a field that exists in both."""
    return _(IN_A_LANGUAGE[language]) % {"name": name}
