"""The desk's own pages beside the admin's: the worklist, remarks, the history, and one thin view per verb."""

from django.contrib import admin
from django.urls import URLPattern, path

from comunicados.desk import (
    files,
    history,
    manual,
    presence,
    previews,
    remarks,
    searches,
    silences,
    site_pages,
    translating,
    views,
    worklist,
)
from comunicados.desk.bring_in import translation_views
from comunicados.desk.bring_in import views as bring_in

COMMUNIQUE = "comunicados/communique/<int:pk>"

LOOK = admin.site.admin_view(files.look)

urlpatterns: list[URLPattern] = [
    path("files/<slug:digest>/small/<str:name>", LOOK, {"is_small": True}, name="desk-small-file"),
    path("files/<slug:digest>/<str:name>", LOOK, name="desk-file"),
    path("manual/", admin.site.admin_view(manual.page), name="desk-manual"),
    path("worklist/searches/", admin.site.admin_view(searches.save), name="desk-save-search"),
    path("worklist/searches/<int:pk>/remove/", admin.site.admin_view(searches.remove), name="desk-remove-search"),
    path("worklist/mentions/<int:pk>/seen/", admin.site.admin_view(remarks.see), name="desk-see-mention"),
    path("silences/", admin.site.admin_view(silences.log), name="desk-silences"),
    path("silences/begin/", admin.site.admin_view(silences.Begin.as_view()), name="desk-begin-silence"),
    path("silences/<int:pk>/lift/", admin.site.admin_view(silences.Lift.as_view()), name="desk-lift-silence"),
    path("site-pages/", admin.site.admin_view(site_pages.overview), name="desk-site-pages"),
    path("site-pages/<slug:page>/", admin.site.admin_view(site_pages.write), name="desk-site-page"),
    path(
        "site-pages/<slug:page>/<str:language>/<int:ordinal>/",
        admin.site.admin_view(site_pages.text),
        name="desk-site-page-text",
    ),
    path("worklist/<slug:code>/", admin.site.admin_view(worklist.pile_page), name="desk-pile"),
    path("comunicados/communique/bring-in/", bring_in.bring_in, name="desk-bring-in"),
    path("comunicados/communique/bring-in/<int:pk>/", bring_in.settle, name="desk-settle"),
    path(f"{COMMUNIQUE}/bring-in/<str:language>/", translation_views.bring_in, name="desk-bring-translation"),
    path(f"{COMMUNIQUE}/bring-in/<str:language>/<int:file>/", translation_views.align, name="desk-align"),
    path(f"{COMMUNIQUE}/original/<int:file>/", admin.site.admin_view(bring_in.original), name="desk-original"),
    path("comunicados/communique/presence/", presence.beat, name="desk-presence"),
    path(f"{COMMUNIQUE}/remarks/", admin.site.admin_view(remarks.Remarks.as_view()), name="desk-remarks"),
    path(f"{COMMUNIQUE}/history/compare/", admin.site.admin_view(history.compare), name="desk-compare"),
    path(f"{COMMUNIQUE}/history/<int:ordinal>/", admin.site.admin_view(history.revision), name="desk-revision"),
    path(f"{COMMUNIQUE}/history/<int:ordinal>/restore/", admin.site.admin_view(history.restore), name="desk-restore"),
    path(
        f"{COMMUNIQUE}/previews/<int:link>/revoke/",
        admin.site.admin_view(previews.revoke),
        name="desk-revoke-preview",
    ),
    path(
        f"{COMMUNIQUE}/verb/<str:verb>/",
        admin.site.admin_view(views.communique_verb),
        name="desk-communique-verb",
    ),
    path(
        f"{COMMUNIQUE}/<str:language>/side-by-side/", admin.site.admin_view(translating.page), name="desk-translate"
    ),
    path(
        f"{COMMUNIQUE}/<str:language>/<str:verb>/",
        admin.site.admin_view(views.language_verb),
        name="desk-verb",
    ),
]
