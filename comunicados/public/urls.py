"""The addresses of the public site: one pattern, in the words of each language."""

from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.urls.converters import IntConverter, StringConverter

from comunicados.enums import SitePage
from comunicados.public.feeds.formats import FORMATS
from comunicados.public.listings import AboutParty, AboutPerson, AboutPosition, AboutTopic, Latest, Listing
from comunicados.public.periods import Archive
from comunicados.public.views.communique import CommuniquePage, VersionPage
from comunicados.public.views.directories import PartiesPage, PeoplePage, TopicsPage
from comunicados.public.views.feeds import FeedView
from comunicados.public.views.files import FileView
from comunicados.public.views.follow import FollowPage
from comunicados.public.views.forms import FORMS, NAMES
from comunicados.public.views.lists import ListPage
from comunicados.public.views.site import Door, EnglishDoor, MinistryLogo, MinistryStyle, Robots, SecurityTxt
from comunicados.public.views.site_pages import SitePageView
from comunicados.public.views.sitemaps import NewsSitemap, SitemapFile, SitemapIndex

WORDS = {
    "es": {
        "communiques": "comunicados",
        "people": "personas",
        "positions": "cargos",
        "parties": "paises",
        "topics": "temas",
        "follow": "seguir",
    },
    "en": {
        "communiques": "communiques",
        "people": "people",
        "positions": "positions",
        "parties": "parties",
        "topics": "topics",
        "follow": "follow",
    },
}

SITE_PAGES = {
    "es": {
        SitePage.ABOUT: "acerca",
        SitePage.MEDIA_CONTACT: "contacto-prensa",
        SitePage.CORRECTIONS: "correcciones",
        SitePage.ACCESSIBILITY: "accesibilidad",
        SitePage.LICENCE: "licencia",
        SitePage.PRIVACY: "privacidad",
    },
    "en": {page: page.value for page in SitePage},
}


class Year(IntConverter):
    regex = "[0-9]{4}"

    def to_url(self, value: str | int) -> str:
        return f"{value:0>4}"


class TwoDigits(IntConverter):
    regex = "[0-9]{2}"

    def to_url(self, value: str | int) -> str:
        return f"{value:0>2}"


class Digest(StringConverter):
    regex = "[0-9a-f]{64}"


class Scheme(StringConverter):
    regex = "|-dark"


class Ordinal(IntConverter):
    regex = "[1-9][0-9]{0,3}"


register_converter(Year, "year")
register_converter(TwoDigits, "two")
register_converter(Digest, "digest")
register_converter(Scheme, "scheme")
register_converter(Ordinal, "ordinal")


def listed(route: str, name: str, listing: type[Listing]) -> list[URLPattern]:
    """A list's page and its feeds."""
    feeds = [
        path(f"{route}feed.{form.name}", FeedView.as_view(listing=listing, format=form), name=f"{name}-{form.name}")
        for form in FORMATS
    ]
    return [path(route, ListPage.as_view(listing=listing), name=name), *feeds]


def forms(text: str, version: str, name: str) -> list[URLPattern]:
    """The other forms of a text and of a version, as files called `name` where their pages are."""
    return [
        path(f"{route}{name}.{of_communique.ending}", view.as_view())
        for of_communique, of_version in FORMS
        for route, view in ((text, of_communique), (version, of_version))
    ]


def pages(
    communiques: str, people: str, positions: str, parties: str, topics: str, follow: str, form: str
) -> list[URLPattern]:
    year = f"{communiques}/<year:year>/"
    month = f"{year}<two:month>/"
    day = f"{month}<two:day>/"
    communique = f"{day}<slug:slug>/"
    return [
        *listed(f"{communiques}/", "latest", Latest),
        *listed(year, "year", Archive),
        *listed(month, "month", Archive),
        *listed(day, "day", Archive),
        path(communique, CommuniquePage.as_view(), name="communique"),
        path(f"{communique}v/<ordinal:ordinal>/", VersionPage.as_view(), name="version"),
        *forms(communique, f"{communique}v/<ordinal:ordinal>/", form),
        path(f"{people}/", PeoplePage.as_view(), name="people"),
        *listed(f"{people}/<slug:slug>/", "person", AboutPerson),
        *listed(f"{positions}/<slug:slug>/", "position", AboutPosition),
        path(f"{parties}/", PartiesPage.as_view(), name="parties"),
        *listed(f"{parties}/<slug:slug>/", "party", AboutParty),
        path(f"{topics}/", TopicsPage.as_view(), name="topics"),
        *listed(f"{topics}/<slug:slug>/", "topic", AboutTopic),
        path(f"{follow}/", FollowPage.as_view(), name="follow"),
    ]


def site_pages(language: str) -> list[URLPattern]:
    """Named as `SitePage` names them."""
    words = SITE_PAGES[language].items()
    return [path(f"{word}/", SitePageView.as_view(page=page), name=page) for page, word in words]


urlpatterns: list[URLPattern | URLResolver] = [
    path("", Door.as_view(), name="door"),
    path("en/", EnglishDoor.as_view(), name="english-door"),
    path("robots.txt", Robots.as_view(), name="robots"),
    path(".well-known/security.txt", SecurityTxt.as_view(), name="security"),
    path("ministry.css", MinistryStyle.as_view(), name="ministry-style"),
    path("ministry-logo<scheme:scheme>", MinistryLogo.as_view(), name="ministry-logo"),
    path("sitemap.xml", SitemapIndex.as_view(), name="sitemap"),
    path("sitemap-news.xml", NewsSitemap.as_view(), name="sitemap-news"),
    path("sitemap-<slug:section>-<int:block>.xml", SitemapFile.as_view(), name="sitemap-file"),
    path("archivos/<digest:digest>/<str:name>", FileView.as_view(), name="file"),
    path("archivos/<digest:digest>/<int:width>/<str:name>", FileView.as_view(), name="file-size"),
    path("", include(([*pages(**WORDS["es"], form=NAMES["es"]), *site_pages("es")], "public"), namespace="es")),
    path("en/", include(([*pages(**WORDS["en"], form=NAMES["en"]), *site_pages("en")], "public"), namespace="en")),
]
