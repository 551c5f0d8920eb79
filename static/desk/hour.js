// The hour that is being typed, on three clocks: the ministry's, UTC, and how long until then. The server's clock counts.

const field = document.getElementById("id_at");
const told = document.getElementById("told");
const words = told?.dataset;
const language = document.documentElement.lang || "es";
const behind = told ? Date.parse(words.now) - Date.now() : 0;

const format = (moment, options) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options }).format(moment);
const day = (moment) => format(moment, { dateStyle: "long" });
const time = (moment) => format(moment, { timeStyle: "short", hourCycle: "h23" });

/** What the clocks of a zone show at a moment, as the field writes it: "2024-01-15T09:00". */
function shown(moment, timeZone) {
  const options = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const parts = new Intl.DateTimeFormat("en", { timeZone, ...options }).formatToParts(moment);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/** The moments at which the ministry's clocks show what was typed: one; none where they go forward, two where back. */
function moments(typed) {
  const near = Date.parse(`${typed}Z`);
  const offsets = [-24, 24].map((hours) => {
    const moment = near + hours * 3_600_000;
    return Date.parse(`${shown(moment, words.zone)}Z`) - moment;
  });
  return [...new Set(offsets)].map((offset) => near - offset).filter((moment) => shown(moment, words.zone) === typed);
}

function wait(milliseconds) {
  const minutes = Math.round(milliseconds / 60_000);
  const say = (value, unit) => new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(value);
  if (minutes < 60) return say(minutes, "minute");
  if (minutes < 48 * 60) {
    const rest = minutes % 60 ? `, ${say(minutes % 60, "minute")}` : "";
    return say(Math.floor(minutes / 60), "hour") + rest;
  }
  return say(Math.floor(minutes / 1440), "day");
}

function tell() {
  const typed = field.value.slice(0, 16);
  if (typed.length < 16) {
    told.textContent = "";
    return;
  }
  const found = moments(typed);
  const clocks = Date.parse(`${typed}Z`); // what the ministry's show, as if they were UTC's
  const local = `${day(clocks)}, ${time(clocks)}`;
  const sentence = (template, more = {}) =>
    template.replace(/%\((\w+)\)s/g, (_, name) => ({ hour: local, ...more })[name]);
  const left = found[0] - Date.now() - behind;
  if (found.length === 0) told.textContent = sentence(words.skipped);
  else if (found.length === 2) told.textContent = sentence(words.twice);
  else if (left <= 0) told.textContent = sentence(words.passed);
  else {
    const utc = day(found[0]) === day(clocks) ? time(found[0]) : `${day(found[0])}, ${time(found[0])}`;
    told.textContent = sentence(words.told, { hour: `${local} (${utc} UTC)`, wait: wait(left) });
  }
}

if (field && told) {
  field.addEventListener("input", () => {
    if (field.value) document.querySelector('[name="when"][value="at"]').checked = true;
    tell();
  });
  if (field.value) tell();
}
