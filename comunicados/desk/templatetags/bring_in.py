"""What a communiqué was brought in from, for the writing screen."""

from typing import Any

from django import template

from comunicados.desk.bring_in.beside import beside_the_text

register = template.Library()


@register.inclusion_tag("desk/bring_in/brought_in.html", takes_context=True)
def brought_in(context: Any) -> dict[str, Any]:
    original = context["original"]
    return {"original": original, **beside_the_text(original, context["user"])}
