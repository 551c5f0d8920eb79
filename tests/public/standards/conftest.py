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
