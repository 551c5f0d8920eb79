"""The demonstration's pages of the site: the texts that are suggested, their blanks filled, and one that waits."""

from django.contrib.auth.models import User
from django.utils import translation

from comunicados import site_pages
from comunicados.enums import Language, SitePage
from comunicados.models import SitePageText
from comunicados.public.dates import day
from personas.clock import ministry_today

KNOWN = {
    "press_email": "prensa@sre.example",
    "press_phone": "+52 55 5555 0100",
    "duty_phone": "+52 55 5555 0199",
    "address": "Plaza Juárez 20, Ciudad de México",
    "log_days": "30",
}
SAID = {
    "es": {
        "ministry": "Secretaría de Relaciones Exteriores",
        "hours": "de lunes a viernes, de 9:00 a 19:00, hora de la Ciudad de México",
        "licence": "Creative Commons Atribución 4.0 Internacional (CC BY 4.0)",
        "remedy": "el Órgano Interno de Control de la Secretaría",
        "data_officer": "Unidad de Transparencia",
    },
    "en": {
        "ministry": "Ministry of Foreign Affairs",
        "hours": "Monday to Friday, 9 am to 7 pm, Mexico City time",
        "licence": "Creative Commons Attribution 4.0 International (CC BY 4.0)",
        "remedy": "the Internal Control Body of the Ministry",
        "data_officer": "Transparency Unit",
    },
}
WAITS = (SitePage.MEDIA_CONTACT, Language.EN)  # written anew, for whoever tries the desk to approve


def load(*, writer: User, approver: User) -> None:
    for page in SitePage:
        for language in Language:
            with translation.override(language):
                known = KNOWN | SAID[language] | {"date": day(ministry_today())}
            title, body = site_pages.suggestion(page, language, **known)
            text = SitePageText.write(page, language, by=writer, title=title, body=body, after=0)
            text.approve(by=approver)
            if (page, language) == WAITS:
                later = body.replace("9 am to 7 pm", "8 am to 8 pm")
                SitePageText.write(page, language, by=writer, title=title, body=later, after=1)
