"""The admin as the press desk: its name, its titles, and the nonce that its policy asks for."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class Desk(admin.AdminSite):
    site_header = _("Vocería · the press desk")
    site_title = _("Vocería")
    index_title = _("The desk")
    enable_nav_sidebar = False
