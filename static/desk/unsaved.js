// Nothing typed is lost. What a form of the desk holds and has not saved is kept in this browser, for its user and what
// it writes (a communiqué, a page of the site), until the server has said that a save went through. It can be
// brought back after a crash or an expired session: the server is sent the whole form again, and shows it without saving.

import { Answer, beat, link } from "./beat.js";

const page = document.getElementById("beside-others");
const form = page.closest("form");
const say = page.dataset;
const PREFIX = `unsaved/${say.user}/`;
const OF_THIS = `${PREFIX}${say.writes}/`;
const KEY = OF_THIS + Math.random().toString(36).slice(2, 10); // one for each page that is open
const WEEK = 7 * 24 * 60 * 60 * 1000;
const UNSENT = new Set(["csrfmiddlewaretoken", "save_key", "_bring_back"]);

const sent = (value) => value.name ?? value; // of a file that was chosen only the name can be kept
const contents = () => new URLSearchParams([...new FormData(form)].filter(([name]) => !UNSENT.has(name)).map(([name, value]) => [name, sent(value)])).toString();
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DAY_AND_HOUR = { day: "numeric", month: "long", ...CLOCK };
const words = (moment, parts) => new Date(moment).toLocaleString(document.documentElement.lang, parts);

let before = contents();
let isTouched = say.refused === "yes"; // what a refused page shows is not saved
let isLeaving = false;
let timer;

// Keeping

const isUnsaved = () => isTouched && (say.refused === "yes" || contents() !== before);

function keep() {
  if (!isUnsaved()) return false;
  try {
    localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), contents: contents() }));
    status.textContent = say.kept.replace("%s", words(Date.now(), CLOCK));
    return true;
  } catch {
    status.textContent = say.notKept;
    return false;
  }
}

function touch() {
  if (!isTouched) before = contents(); // the editors have started by now
  isTouched = true;
}

function keepSoon() {
  clearTimeout(timer);
  timer = setTimeout(keep, 700);
}

// Bringing back

function found() {
  const saved = document.cookie.match(/(?:^|; )saved=([^;]*)/)?.[1].split(".") ?? [];
  const entries = [];
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) {
    const { at, contents } = JSON.parse(localStorage.getItem(key));
    if (saved.includes(key.split("/").pop()) || at < Date.now() - WEEK) localStorage.removeItem(key);
    else if (key.startsWith(OF_THIS)) entries.push({ key, at, contents });
  }
  return entries.sort((one, other) => other.at - one.at);
}

function offer({ key, at, contents }) {
  const line = document.createElement("p");
  const again = button(say.bringBack, () => bringBack(key, contents));
  const discard = button(say.discard, () => {
    localStorage.removeItem(key);
    line.remove();
  });
  line.append(`${say.found.replace("%s", words(at, DAY_AND_HOUR))} `, again, " ", discard);
  page.querySelector(".found").append(line);
  page.querySelector(".found").hidden = false;
}

function button(label, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "button", textContent: label });
  made.addEventListener("click", act);
  return made;
}

function bringBack(key, contents) {
  const sent = document.createElement("form");
  Object.assign(sent, { method: "post", hidden: true });
  const token = form.elements.csrfmiddlewaretoken.value;
  for (const [name, value] of [...new URLSearchParams(contents), ["csrfmiddlewaretoken", token], ["_bring_back", "1"], ["save_key", key.split("/").pop()]]) {
    const field = document.createElement("textarea"); // an input would lose the ends of lines
    Object.assign(field, { name, value });
    sent.append(field);
  }
  document.body.append(sent);
  isLeaving = true;
  sent.submit();
}

// Leaving and saving

function trouble(sentence, ...more) {
  const shown = page.querySelector(".trouble");
  shown.replaceChildren(sentence, " ", ...more);
  shown.hidden = !sentence;
}

function tell(answer) {
  if (answer === Answer.EXPIRED) trouble(say.expired, link(say.login, say.signIn));
  else if (answer === Answer.SOMEBODY_ELSE) trouble(say.somebodyElse, link(say.login, say.signIn));
  else if (answer === Answer.OFFLINE) trouble(say.offline);
  else trouble("");
}

const insisted = new Set(); // troubles that its user was told of and pressed Save again

async function save(event) {
  if (isLeaving) return;
  event.preventDefault();
  touch();
  keep();
  const answer = navigator.onLine ? await beat() : Answer.OFFLINE;
  tell(answer);
  if (answer !== Answer.WELL && !insisted.has(answer)) {
    insisted.add(answer);
    return;
  }
  form.elements.save_key.value = KEY.split("/").pop();
  isLeaving = true;
  form.requestSubmit(event.submitter);
}

const status = document.createElement("p");
status.className = "unsaved quiet";
status.setAttribute("role", "status");
form.querySelector(".submit-row")?.append(status);

for (const event of ["keydown", "pointerdown"]) form.addEventListener(event, touch, { capture: true });
for (const event of ["input", "change", "keyup", "click"]) form.addEventListener(event, keepSoon);
form.addEventListener("submit", save);
window.addEventListener("pagehide", keep);
window.addEventListener("pageshow", (event) => { if (event.persisted) isLeaving = false; });
window.addEventListener("beforeunload", (event) => {
  if (!isLeaving && isUnsaved()) event.preventDefault();
});
for (const event of ["online", "offline", "focus"]) window.addEventListener(event, async () => tell(await beat()));
setInterval(async () => tell(await beat()), say.seconds * 1000);

if (say.refused === "yes") {
  const earlier = form.elements.save_key.value; // of the page that was sent; this one holds all of it
  if (keep() && earlier) localStorage.removeItem(OF_THIS + earlier);
} else {
  found().forEach(offer);
}
