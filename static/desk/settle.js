// Each doubt is a card that one key settles: 1 to 9 answer the card that has the focus, j and k (or the arrows) go to
// the next and the one before. The cards are plain forms; without this script they are answered as such.

const form = document.getElementById("draft");
const cards = [...form.querySelectorAll(".card")];
const say = form.dataset;

const answers = (card) => [...card.querySelectorAll(".answers input")];
const isSettled = (card) => answers(card).some((answer) => answer.checked);
const isTyping = (element) => element.matches("textarea, select, input:not([type=radio]):not([type=checkbox]), .select2-container *");

function tell() {
  const left = cards.filter((card) => !isSettled(card)).length;
  for (const card of cards) card.classList.toggle("settled", isSettled(card));
  const sentence = left > 1 ? say.left.replace("%s", left) : left ? say.oneLeft : say.noneLeft;
  const shown = form.querySelector(".left");
  if (shown.textContent.trim() !== sentence) shown.textContent = sentence;
}

function go(card) {
  if (!card) return form.querySelector(".submit-row .default").focus();
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "center" });
  document.querySelectorAll(".pointed").forEach((mark) => mark.classList.remove("pointed"));
  const mark = document.getElementById(card.querySelector(".see a")?.hash.slice(1) ?? "");
  mark?.classList.add("pointed");
  const box = mark?.closest(".read");
  if (box) box.scrollTop = mark.offsetTop - box.clientHeight / 2;
}

/** Answer a card, then go on: to what the answer asks for, else to the next card that is not settled. */
function answer(card, chosen) {
  if (chosen.type === "checkbox") {
    const empty = [...card.querySelectorAll(".form-row [required], .form-row input[type=date]")].find((input) => !input.value);
    if (empty) return empty.focus();
    chosen.checked = !chosen.checked;
  } else {
    chosen.checked = true;
  }
  chosen.dispatchEvent(new Event("change", { bubbles: true }));
  const asks = [...card.querySelectorAll(".ask")].filter((ask) => ask.offsetParent);
  const first = asks.map((ask) => ask.querySelector(".select2-selection, input")).find((input) => input && !input.value);
  if (first && chosen.value === "another") first.focus();
  else go(cards.slice(cards.indexOf(card) + 1).find((next) => !isSettled(next)) ?? cards.find((next) => !isSettled(next)));
}

form.addEventListener("keydown", (event) => {
  const card = event.target.closest?.(".card");
  if (!card || isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
  const at = cards.indexOf(card);
  const isArrow = event.target === card; // within the radio buttons arrows choose
  if (event.key === "j" || (isArrow && event.key === "ArrowDown")) go(cards[at + 1]);
  else if (event.key === "k" || (isArrow && event.key === "ArrowUp")) go(cards[at - 1] ?? card);
  else if (/^[1-9]$/.test(event.key) && answers(card)[event.key - 1]) answer(card, answers(card)[event.key - 1]);
  else return;
  event.preventDefault();
});

/** What is typed into a card settles it: its box is ticked. */
form.addEventListener("change", (event) => {
  const card = event.target.closest(".card");
  const box = card?.querySelector(".answers input[type=checkbox]");
  if (box && event.target !== box && event.target.value) box.checked = true;
  tell();
});

const keys = form.querySelector(".keys");
if (keys) {
  keys.hidden = false;
  keys.querySelector(".begin").addEventListener("click", () => go(cards.find((card) => !isSettled(card)) ?? cards[0]));
}
tell();
