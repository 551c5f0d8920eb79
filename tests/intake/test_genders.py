"""What the grammar of a text says of somebody's gender, and Spanish titles in the other one."""

import pytest

from comunicados.intake.genders import gender_of, in_gender

#  title                                   courtesy   before          gender
SAID = [
    ("secretaria de Relaciones Exteriores", "", "", "feminine"),
    ("primer ministro", "", "", "masculine"),
    ("presidenta", "", "", "feminine"),
    ("canciller", "", "se reunió con la ", "feminine"),
    ("presidente", "", "recibió al ", "masculine"),
    ("canciller", "Excma. Sra.", "", "feminine"),
    ("Secretary of State", "Mr.", "", "masculine"),
]
UNSAID = [
    ("canciller", "", ""),  # both
    ("presidente", "", ""),  # "la presidente" is written too
    ("titular de la Cancillería", "", ""),
    ("", "Dr.", ""),  # English has one form
    ("embajador", "Sra.", ""),  # the text contradicts itself
    ("", "", "la "),  # no title, no article of it
]


@pytest.mark.parametrize(("title", "courtesy", "before", "gender"), SAID)
def test_gender_is_what_the_forms_say(title, courtesy, before, gender):
    assert gender_of(title, courtesy, before) == gender


@pytest.mark.parametrize(("title", "courtesy", "before"), UNSAID)
def test_gender_is_not_guessed(title, courtesy, before):
    assert gender_of(title, courtesy, before) == ""


@pytest.mark.parametrize(
    ("masculine", "feminine"),
    [
        ("secretario de Relaciones Exteriores", "secretaria de Relaciones Exteriores"),
        ("director general adjunto de Prensa", "directora general adjunta de Prensa"),
        ("primer ministro", "primera ministra"),
        ("jefe de Unidad para América del Norte", "jefa de Unidad para América del Norte"),
        ("presidente del Senado", "presidenta del Senado"),
        ("canciller", "canciller"),
        ("fiscal general", "fiscal general"),
        ("representante permanente alterno", "representante permanente alterna"),
        ("EMBAJADOR", "EMBAJADORA"),
        ("cónsul general", "cónsul general"),
    ],
)
def test_title_is_known_in_both_genders(masculine, feminine):
    assert (in_gender(feminine, "masculine"), in_gender(masculine, "feminine")) == (masculine, feminine)
    assert (in_gender(masculine, "masculine"), in_gender(feminine, "feminine")) == (masculine, feminine)
