"""Settings that would make the public site unreadable or wrong are told at the start."""

import datetime as dt
import re

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


@pytest.fixture
def sheet(settings, tmp_path):
    """Makes the style sheet of the settings a file with that text."""

    def write(css: str) -> None:
        file = tmp_path / f"{len(css)}.css"
        file.write_text(css)
        settings.MINISTRY_STYLESHEET = str(file)

    return write


@pytest.mark.parametrize(
    ("css", "messages"),
    [
        ("/* ours */\n:root { --serif: Georgia, serif; --gap: 1rem }", []),
        (
            ":root{--paper:#fafafa;--ink:#111111}"
            "@media (prefers-color-scheme: dark) {\n :root { --paper: #101010; --ink: #eeeeee }\n}",
            [],
        ),
        (":root{--sans-serif:Arial}", ["voceria.W002"]),
        (":root{--paper:#fafafa}", ["voceria.W003"]),
        (
            ":root{--ink:#777777}@media (prefers-color-scheme:dark){:root{--ink:#eeeeee}}",
            ["voceria.W001", "voceria.W001"],
        ),
        ("body{display:none}", ["voceria.E004"]),
        (":root{display:none}", ["voceria.E004"]),
        (":root{--paper:url(https://elsewhere.example/x.png)}", ["voceria.E004"]),
        ("@import 'https://elsewhere.example/x.css';", ["voceria.E004"]),
        (":root{--paper:#fff", ["voceria.E004"]),
    ],
)
def test_style_sheet_of_the_ministry_holds_variables_that_can_be_read(settings, sheet, css, messages):
    sheet(css)

    assert found(settings) == messages


def test_colour_is_held_against_the_ministry_s_own_paper(settings, sheet):
    sheet(":root{--paper:#6b1530}@media (prefers-color-scheme:dark){:root{--paper:#161512}}")

    assert "MINISTRY_COLOUR #6b1530 on #6b1530" in str(checks.ministry(None)[0])


@pytest.mark.parametrize(
    ("setting", "value", "message"),
    [
        ("MINISTRY_STYLESHEET", "/nowhere/ministry.css", "voceria.E003"),
        ("MINISTRY_LOGO", "/nowhere/logo.svg", "voceria.E005"),
        ("MINISTRY_LOGO", "/etc/hosts", "voceria.E005"),
        ("MINISTRY_LOGO_DARK", "/nowhere/logo.png", "voceria.E005"),
    ],
)
def test_file_that_is_not_there_is_named(settings, setting, value, message):
    assert found(settings, **{setting: value}) == [message]


def test_colours_of_the_checks_are_those_of_the_style_sheet(settings):
    css = (settings.BASE_DIR / "static" / "site.css").read_text()
    light, dark = css.split("@media (prefers-color-scheme: dark)")[:2]
    shown = [
        {name: re.search(rf"{name}: (#[0-9a-f]+);", part)[1] for name in checks.LIGHT}
        for part in (light, dark.split("@media")[0])
    ]

    assert [shown[0] | {"--paper": "#ffffff"}, shown[1]] == [checks.LIGHT, checks.DARK]
    assert shown[0]["--paper"] == "#fff"


def test_document_lists_the_variables_that_the_style_sheet_declares(settings):
    root = (settings.BASE_DIR / "static" / "site.css").read_text().split("}")[0]
    declared = set(re.findall(r"(--[a-z-]+):", root)) - {"--accent"}  # which is MINISTRY_COLOUR
    listed = set(re.findall(r"^\| `(--[a-z-]+)`", (settings.BASE_DIR / "docs" / "branding.md").read_text(), re.M))

    assert listed == declared


NOW = dt.datetime(2024, 1, 15, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("contact", "expires", "policy", "messages"),
    [
        ("", None, "", []),
        ("mailto:seguridad@m.example", dt.timedelta(days=90), "https://m.example/politica", []),
        ("mailto:seguridad@m.example", None, "", ["voceria.E007"]),
        ("mailto:seguridad@m.example", dt.timedelta(0), "", ["voceria.E007"]),
        ("mailto:seguridad@m.example", dt.timedelta(days=29), "", ["voceria.W005"]),
        ("mailto:seguridad@m.example", dt.timedelta(days=366), "", ["voceria.W004"]),
        ("seguridad@m.example", dt.timedelta(days=90), "", ["voceria.E006"]),
        ("https://m.example", dt.timedelta(days=90), "http://m.example", ["voceria.E006"]),
    ],
)
def test_security_contact_is_told_when_it_is_wrong_or_will_be(
    settings, monkeypatch, contact, expires, policy, messages
):
    """standards §11.1: thirty days before it expires somebody is told."""
    monkeypatch.setattr(checks.timezone, "now", lambda: NOW)
    settings.SECURITY_CONTACT = [contact] if contact else []
    settings.SECURITY_EXPIRES = None if expires is None else NOW + expires
    settings.SECURITY_POLICY = policy

    assert [message.id for message in checks.security(None)] == messages
