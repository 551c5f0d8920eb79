"""The addresses of both faces: the desk under /admin/, the public site everywhere else."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("comunicados.public.urls")),  # first: the others are asked for a thousand times less
    path("", include("comunicados.preview.urls")),
    path("admin/", include("comunicados.desk.urls")),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
]

handler400 = "comunicados.public.views.site.bad_request"
handler403 = "comunicados.public.views.site.forbidden"
handler404 = "comunicados.public.views.site.not_found"
handler500 = "comunicados.public.views.site.server_error"
