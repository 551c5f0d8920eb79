"""The pictures of the manual, taken from the running desk: `make manual`, or `python -m docs.take_pictures [name …]`.

The demonstration is loaded into a database of its own, on 24 February 2026, served, opened in Chromium in
both languages, and forgotten. The database's clock stands at 23:40, so that pictures differ only where the desk does.
"""

import datetime as dt
import io
import itertools
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
SAMPLE = ROOT / "tests" / "samples" / "comunicado_conjunto.txt"
PORT = int(os.environ.get("PORT", "8765"))
NINE = dt.datetime(2026, 2, 24, 15, 0, tzinfo=dt.UTC)  # in Mexico City
TONIGHT = NINE + dt.timedelta(hours=14, minutes=40)
EMBARGO = NINE + dt.timedelta(hours=21)  # 06:00 of the next morning
MOST_BYTES = 60_000
DESK, PHONE = (1280, 860), (375, 760)

if __name__ == "__main__":  # before Django reads its settings
    scratch = tempfile.TemporaryDirectory(prefix="voceria-manual-")
    os.environ |= {
        "VAR_DIR": scratch.name,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
        "MINISTRY_NAME_ES": "Secretaría de Relaciones Exteriores",
    }
    import django

    django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from playwright.sync_api import Browser, Locator, Page, sync_playwright  # noqa: E402

from comunicados import kinds  # noqa: E402
from comunicados.demonstration import loader  # noqa: E402
from comunicados.models import Communique  # noqa: E402
from personas import states  # noqa: E402
from personas.models import Appointment  # noqa: E402
from tests import factories as make  # noqa: E402
from tests.browser.test_desk_journey import Desk  # noqa: E402
from tests.chromium import ARGUMENTS, CHROMIUM  # noqa: E402
from tests.jobs import work  # noqa: E402

CLOCK = """
CREATE OR REPLACE FUNCTION public.ministry_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT '{}'::timestamptz $$
"""


@dataclass(frozen=True)
class Picture:
    """`path` names a communiqué by its file in the demonstration; `show` brings about what is to be seen."""

    who: str
    path: str
    show: Callable[[Page], Locator | None] = lambda page: None  # what to take; None for all that the window shows
    size: tuple[int, int] = DESK


def _written(page: Page) -> None:
    page.locator(".sections [contenteditable=true]").nth(1).wait_for()


def _writing(page: Page) -> None:
    _written(page)
    page.evaluate("document.querySelector('.panels').scrollIntoView()")


def _participants(page: Page) -> Locator:
    page.locator(".participants summary").first.click()
    return page.locator(".participants .inline-related").first


def _files(page: Page) -> Locator:
    page.locator(".files summary").first.click()
    page.locator(".files .kept-file img").first.scroll_into_view_if_needed()
    return page.locator(".files .inline-related").first


def _bringing_in(page: Page) -> None:
    page.locator("#id_text").fill(SAMPLE.read_text().replace("Katie Tobin", "Teresa Quirarte Luna"))  # a doubt
    page.locator(".submit-row .default").click()
    page.locator(".begin").press("Enter")
    page.locator(".card:focus").wait_for()


def _publishing(page: Page) -> None:
    page.locator("#id_at").fill("2026-02-25T06:00")


def _together(page: Page) -> Locator:
    """Ana types and saves; meanwhile Bruno has changed the same text."""
    _written(page)
    draft = Communique.objects.get(pk=int(page.url.split("/")[-3]))
    bruno = User.objects.get(username="edicion")
    make.edit(draft, bruno, headline_es=f"{draft.headline_es.removesuffix(' en la región')} en la región")
    page.locator("#id_headline_es").fill("Arranca la campaña conjunta de vacunación")
    page.locator("[name=_continue]").click()
    return page.locator("#section-es")


PICTURE_OF = {
    "worklist": Picture("publicacion", ""),
    "writing": Picture("redaccion", "{vacunas}/change/", _writing),
    "participants": Picture("redaccion", "{vacunas}/change/", _participants),
    "bringing-in": Picture("redaccion", "bring-in/", _bringing_in),
    "people": Picture("registro", "../../personas/person/{person}/change/"),
    "translating": Picture("traduccion", "{cuencas}/en/side-by-side/"),
    "approving": Picture("edicion", "{lenguas}/es/approve/"),
    "publishing": Picture("publicacion", "{brasil}/es/publish/", _publishing),
    "correcting": Picture("redaccion", "{cuencas}/es/submit/"),
    "withdrawing": Picture("publicacion", "{orillas}/es/withdraw/", size=PHONE),
    "files": Picture("redaccion", "{cuencas}/change/", _files),
    "joint-texts": Picture("redaccion", "{vacunas}/verb/agree/"),
    "history": Picture("edicion", "{japon}/history/"),
    "comparing": Picture("edicion", "{japon}/history/compare/?from=1&to=2"),
    "together": Picture("redaccion", "{vacunas}/change/", _together),  # the last: it changes the demonstration
}


def main(names: list[str]) -> None:
    rows = _load()
    with _served() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for language in ("es", "en"):
            for name in names or PICTURE_OF:
                with _tab(browser, PICTURE_OF[name].size, language) as page:
                    taken = _take(Desk(page, server), PICTURE_OF[name], language, rows)
                print(language, name, _keep(taken, PICTURES / language / f"{name}.webp"), "bytes", flush=True)
        browser.close()


@contextmanager
def _tab(browser: Browser, size: tuple[int, int], language: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        locale=f"{language}-MX",
        timezone_id="America/Mexico_City",
        reduced_motion="reduce",
    )
    context.clock.set_fixed_time(TONIGHT)
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def _take(desk: Desk, picture: Picture, language: str, rows: dict[str, int]) -> bytes:
    desk.sign_in(User.objects.get(username=picture.who), language)
    desk.open(_path(picture.path, rows))
    taken = picture.show(desk.page) or desk.page
    desk.page.wait_for_load_state("networkidle")
    if taken is not desk.page:  # a part of the page, without the bar that floats above it
        desk.page.add_style_tag(content=".submit-row { display: none !important }")
    return taken.screenshot(animations="disabled", caret="hide")


def _path(path: str, rows: dict[str, int]) -> str:
    return f"comunicados/communique/{path}".format(**rows) if path else ""


def _load() -> dict[str, int]:
    """The demonstration, told from nine in the morning on; then the clock stands at TONIGHT. Rows by their names."""
    call_command("migrate", verbosity=0)
    states.load()
    kinds.load()
    _tell_in_a_day()
    loader.load()
    work()
    _set_clock(TONIGHT)
    call_command("collectstatic", interactive=False, verbosity=0)
    stories = sorted((loader.HERE / "communiques").glob("*.toml"))
    named = {
        story.stem.split("-")[1]: made.pk
        for story, made in zip(stories, Communique.objects.order_by("pk"), strict=True)
    }
    return named | {"person": Appointment.objects.order_by("pk")[0].person_id}


def _tell_in_a_day() -> None:
    """Each step of the demonstration some minutes after the one before; what is scheduled waits for EMBARGO."""
    steps, take = itertools.count(1), loader.Story._take

    def take_later(story: loader.Story, step: loader.Table) -> None:
        now = NINE + dt.timedelta(minutes=7 * next(steps))
        _set_clock(now)
        take(story, step | {"in_hours": (EMBARGO - now) / dt.timedelta(hours=1)} if "in_hours" in step else step)

    loader.Story._take = take_later  # type: ignore[method-assign]
    _set_clock(NINE)


def _set_clock(moment: dt.datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(CLOCK.format(moment.isoformat()))


@contextmanager
def _served() -> Iterator[str]:
    address = f"http://127.0.0.1:{PORT}"
    options = [f"--bind=127.0.0.1:{PORT}", "--workers=1", "--threads=4", "--log-level=warning"]
    server = subprocess.Popen([sys.executable, "-m", "gunicorn", "config.wsgi", *options], cwd=ROOT)  # noqa: S603
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"{address}/admin/login/")  # noqa: S310  (our own server)
                break
            except OSError:
                time.sleep(0.5)
        yield address
    finally:
        server.terminate()
        server.wait()


def _keep(png: bytes, file: Path) -> int:
    """As WebP without loss, in as many colours as stay below MOST_BYTES: what a screen shows is made of few."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    image = image.crop((0, 0, image.width, min(image.height, DESK[1])))
    for colours in (128, 64, 32, 16):
        data = io.BytesIO()
        few = image.quantize(colours, dither=Image.Dither.NONE).convert("RGB")
        few.save(data, "WEBP", lossless=True, quality=100, method=6)
        if data.tell() < MOST_BYTES:
            break
    file.parent.mkdir(parents=True, exist_ok=True)
    return file.write_bytes(data.getvalue())


if __name__ == "__main__":
    main(sys.argv[1:])
