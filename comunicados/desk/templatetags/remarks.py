"""The last remarks, for the writing screen."""

from django import template

from comunicados.desk.remarks import beside_the_text

register = template.Library()
register.inclusion_tag("desk/worklist/last_remarks.html")(beside_the_text)
