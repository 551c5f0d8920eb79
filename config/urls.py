"""The addresses of both faces: the desk under /admin/, the public site everywhere else."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", include("comunicados.desk.urls")),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("comunicados.preview.urls")),
    path("", include("comunicados.public.urls")),
]

handler400 = "comunicados.public.views.site.bad_request"
handler403 = "comunicados.public.views.site.forbidden"
handler404 = "comunicados.public.views.site.not_found"
handler500 = "comunicados.public.views.site.server_error"
