"""The refusals. Each is a sentence that an editor can read, in the language that is active when it is shown."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refusal(Exception):  # noqa: N818  (the desk's word: nothing went wrong, something was refused)
    """A verb was not done, and nothing was changed."""

    sentence: str | Promise = _("This cannot be done.")

    def __init__(self, sentence: str | Promise | None = None) -> None:
        if sentence is not None:
            self.sentence = sentence
        super().__init__(self.sentence)

    def __str__(self) -> str:
        return str(self.sentence)


class NotPermitted(Refusal):
    sentence = _("Your role does not allow this.")


class MergedIntoItself(Refusal):
    sentence = _("A row of the registry is not merged into itself.")


class MergedAlready(Refusal):
    sentence = _("One of the two was merged into another already; merge that one.")


class RegistryHasChanged(Refusal):
    sentence = _("The registry was changed since this was shown to you. Look again, then decide.")
