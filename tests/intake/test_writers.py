"""Several who enter files at once, each on a connection of its own, leave what one would leave."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command

from comunicados.models import Communique, Publication, SeriesNumber
from personas.models import Person
from tests import factories as make
from tests.intake.texts import old_text

pytestmark = pytest.mark.django_db(transaction=True)


def enter(folder: Path, texts: list[str]) -> list[dict[str, object]]:
    """What the command tells of each of the texts, entered by three at once."""
    make.kind()
    for place, text in enumerate(texts):
        (folder / f"{place:02}.txt").write_text(text, encoding="utf-8")
    out = io.StringIO()
    signed = {"by": "ana", "approved_by": "carmen", "archive": True, "add_people": True}
    call_command("import_communique", str(folder), writers=3, json=True, stdout=out, stderr=io.StringIO(), **signed)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_writers_enter_no_text_twice_and_tell_the_files_in_their_order(clock, ana, carmen, tmp_path):
    texts = [old_text(number, f"Titular {number}") for number in (1, 2, 3)]
    told = enter(tmp_path, [text + space for text in texts for space in ("", "\n", "\n\n")])
    assert [Path(str(one["file"])).name for one in told] == [f"{place:02}.txt" for place in range(9)]
    assert Communique.objects.count() == Publication.objects.count() == SeriesNumber.objects.count() == len(texts)


def test_writers_enter_no_person_twice(clock, ana, carmen, tmp_path):
    days = [f"{day} de marzo de 2019" for day in range(1, 7)]
    enter(tmp_path, [old_text(number, f"Titular {number}", day) for number, day in enumerate(days, 1)])
    assert Communique.objects.count() == len(days)
    assert [person.name_es for person in Person.objects.all()] == ["Alicia Bárcena Ibarra"]
