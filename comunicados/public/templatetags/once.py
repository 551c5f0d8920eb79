"""Parts of pages that are made once for each content clock."""

from typing import Any

from django import template
from django.template import Context, NodeList
from django.template.base import FilterExpression

from comunicados.public.once import once as made_once

register = template.Library()


class OnceNode(template.Node):
    def __init__(self, nodelist: NodeList, name: str, vary_on: list[FilterExpression]) -> None:
        self.nodelist, self.name, self.vary_on = nodelist, name, vary_on

    def render(self, context: Context) -> Any:
        if not (clock := context.get("clock")):
            return self.nodelist.render(context)
        values = "|".join(str(expression.resolve(context)) for expression in self.vary_on)
        return made_once(clock, f"{self.name}|{values}", lambda: self.nodelist.render(context))


@register.tag
def once(parser: Any, token: Any) -> OnceNode:
    """`{% once "name" value… %}…{% endonce %}`: for each clock and each set of the values. Parts may stand in parts.
    On a page that no clock was read for, each time.
    """
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    _tag, name, *values = token.split_contents()
    return OnceNode(nodelist, name.strip("\"'"), [parser.compile_filter(value) for value in values])
