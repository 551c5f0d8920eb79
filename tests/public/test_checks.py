"""Settings that would make the public site unreadable or wrong are told at the start."""

import pytest

from comunicados.public import checks


def found(settings, **changed: str) -> list[str]:
    for name, value in changed.items():
        setattr(settings, name, value)
    return [message.id for message in checks.ministry(None)]


def test_default_colours_and_region_are_fine(settings):
    assert found(settings) == []


@pytest.mark.parametrize(
    ("setting", "value", "message"),
    [
        ("MINISTRY_COLOUR", "crimson", "voceria.E001"),
        ("MINISTRY_COLOUR", "#ffcc00", "voceria.W001"),
        ("MINISTRY_COLOUR_DARK", "#330011", "voceria.W001"),
        ("MINISTRY_REGION", "Mexico", "voceria.E002"),
    ],
)
def test_setting_that_does_harm_is_named(settings, setting, value, message):
    assert found(settings, **{setting: value}) == [message]


def test_contrast_is_that_of_wcag():
    assert checks.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert checks.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
