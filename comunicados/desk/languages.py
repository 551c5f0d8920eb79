"""The languages in which another side may have published its version: those that Django can name."""

from django.conf.locale import LANG_INFO
from django.utils.translation import get_language_info

OURS = ("es", "en")


def name(code: str) -> str:
    """In the language of the desk."""
    return str(get_language_info(code)["name_translated"]) if code in LANG_INFO else code


def choices() -> list[tuple[str, str]]:
    """None first, then by name; ours too: the other side may have published in one of them."""
    codes = [code for code, info in LANG_INFO.items() if "name" in info and ("-" not in code or code not in OURS)]
    return [("", "—"), *sorted(((code, name(code)) for code in codes), key=lambda choice: choice[1].casefold())]
