"""The desk's admin site, in the place of Django's default one."""

from django.contrib.admin.apps import AdminConfig


class DeskSite(AdminConfig):
    default_site = "comunicados.desk.site.Desk"
