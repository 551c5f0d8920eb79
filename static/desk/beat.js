// A page on which somebody writes says every few seconds that it is open. The answer tells that the session and the
// connection still are; of a communiqué also who else is there and what was saved meanwhile.

const page = document.getElementById("beside-others");
const PATIENCE = 5000; // milliseconds for an answer

export const Answer = { WELL: "well", EXPIRED: "expired", SOMEBODY_ELSE: "somebody-else", OFFLINE: "offline" };

export async function beat() {
  const body = new URLSearchParams({ communique: page.dataset.communique, opened: page.dataset.opened });
  let response;
  try {
    response = await fetch(page.dataset.url, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return Answer.OFFLINE;
  }
  if (response.status === 401) return Answer.EXPIRED;
  if (!response.ok) return Answer.OFFLINE;
  const told = await response.json();
  if (String(told.user) !== page.dataset.user) return Answer.SOMEBODY_ELSE;
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = told.token;
  list(".others", told.others.map((sentence) => [sentence]));
  list(".news", told.news.map((item) => [`${item.sentence} `, link(item.url, page.dataset.compare)]));
  return Answer.WELL;
}

export function link(url, words) {
  const anchor = document.createElement("a");
  Object.assign(anchor, { href: url, textContent: words, target: "_blank" });
  return anchor;
}

function list(selector, items) {
  const shown = page.querySelector(selector);
  const lines = items.map((parts) => {
    const line = document.createElement("li");
    line.append(...parts);
    return line;
  });
  const said = lines.map((line) => line.textContent).join();
  if (said !== [...shown.children].map((line) => line.textContent).join()) shown.replaceChildren(...lines);
}
