"""A site with a text of every sort: in both languages and in one, corrected, withdrawn, entered as archive."""

import datetime as dt
from types import SimpleNamespace

import pytest

from tests import factories as make


@pytest.fixture
def texts(agenda, ana, carmen, publish, correct, clock) -> SimpleNamespace:
    """Spanish, an hour apart, `agenda` the oldest and in English too; `embargoed` is for tomorrow."""
    clock.tick(hours=1)
    corrected = publish(headline_es="Texto con errata", body_es='<p>Véase <a href="v/1/">antes</a>.</p>')
    corrected = correct(corrected, headline_es="Texto sin errata", correction_note_es="Se corrige el titular.")
    clock.tick(hours=1)
    withdrawn = publish(headline_es="Texto retirado", body_es="<p>Palabras retiradas.</p>")
    clock.tick(hours=1)
    archive = publish(headline_es="Texto de archivo", date=dt.date(1999, 5, 1), is_archive=True)
    clock.tick(hours=1)
    english = publish(made=make.communique(ana, headline_en="Only in English"), language="en")
    plain = publish(headline_es="Texto llano & <raro>")
    clock.tick(hours=1)
    withdrawn.version.withdraw(by=carmen, reason="Contenía un error.")
    clock.tick(hours=1)
    embargoed = publish(headline_es="Palabras embargadas", at=clock.in_(hours=30))
    return SimpleNamespace(
        agenda=agenda,
        corrected=corrected,
        withdrawn=withdrawn,
        archive=archive,
        english=english,
        plain=plain,
        embargoed=embargoed,
    )


@pytest.fixture
def page_types(ana, bruno, carmen, publish, correct, clock, minister, guest) -> dict[str, str]:
    """Every type of public page, in both languages, as a name and an address."""
    made = _texts(ana, publish, minister, guest)
    for language in ("es", "en"):
        correct(made["corrected"][language], **CORRECTED)
    clock.tick()
    for language, publication in made["withdrawn"].items():
        publication.version.withdraw(by=carmen, reason=f"Error ({language}).")
        made["gone"][language].version.conceal(by=carmen, reason={"es": "Por ley.", "en": "By law."})
        make.site_page("about", language, writer=bruno, editor=carmen)
    return {
        f"{name} {language}": address
        for language, root in (("es", "/"), ("en", "/en/"))
        for name, address in (
            *((name, root + place) for name, place in PLACES[language].items()),
            *((name, texts[language].path) for name, texts in made.items()),
            ("version", f"{made['corrected'][language].path}v/1/"),
            ("what changed", f"{made['corrected'][language].path}v/2/"),
        )
    }


CORRECTED = {
    "headline_es": "México y Canadá acuerdan otra agenda",
    "headline_en": "Mexico and Canada agree on another agenda",
    "correction_note_es": "Se corrige el titular.",
    "correction_note_en": "The headline is corrected.",
}
LISTS = {"search": "?q=agenda&party=canada", "nothing found": "?q=zzzz", "error": "?q=agenda&from=2024-99-99"}
PLACES = {
    "es": {
        **{name: f"comunicados/{query}" for name, query in LISTS.items()},
        "front": "comunicados/",
        "year": "comunicados/2024/",
        "month": "comunicados/2024/01/",
        "day": "comunicados/2024/01/15/",
        "people": "personas/",
        "nobody": "personas/?q=zzzz",
        "person": "personas/melanie-joly/",
        "post": "cargos/ministro-de-negocios-extranjeros/",
        "parties": "paises/",
        "party": "paises/canada/",
        "topics": "temas/",
        "topic": "temas/migration/",
        "following": "seguir/",
        "followed": "seguir/?person=melanie-joly&q=agenda",
        "site page": "acerca/",
        "missing": "nada/",
    },
    "en": {
        **{name: f"communiques/{query}" for name, query in LISTS.items()},
        "front": "communiques/",
        "year": "communiques/2024/",
        "month": "communiques/2024/01/",
        "day": "communiques/2024/01/15/",
        "people": "people/",
        "nobody": "people/?q=zzzz",
        "person": "people/melanie-joly/",
        "post": "positions/minister-of-foreign-affairs/",
        "parties": "parties/",
        "party": "parties/canada/",
        "topics": "topics/",
        "topic": "topics/migration/",
        "following": "follow/",
        "followed": "follow/?person=melanie-joly&q=agenda",
        "site page": "about/",
        "missing": "nothing/",
    },
}


def _texts(ana, publish, minister, guest) -> dict[str, dict]:
    """Of four communiqués with Canada, the publications by language; the first has a portrait and an annex."""
    made = {}
    for at, name in enumerate(("text", "corrected", "withdrawn", "gone")):
        draft = make.communique(ana)
        draft.topics.add(make.topic())
        make.participate(draft, guest, order=0, role="signatory")
        make.participate(draft, minister, order=1, role="head")
        if not at:
            make.attach(draft, ana, portrait_of=guest.person)
            make.annex(draft, ana)
        made[name] = {language: publish(draft, language) for language in ("en", "es")}
    return made
