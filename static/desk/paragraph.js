// The writing screen opened at a paragraph: ?at=en-body-3 puts the cursor into the third paragraph of the English text.

const [language, field, place] = (new URLSearchParams(location.search).get("at") ?? "").split("-");
const section = language && document.getElementById(`section-${language}`);

function intoBody(body) {
  const written = [...body.querySelectorAll("p, h2, h3")].filter((block) => block.textContent.trim());
  const block = written[Math.max(place, 1) - 1] ?? written.at(-1) ?? body;
  body.focus({ preventScroll: true });
  getSelection().setBaseAndExtent(block, block.childNodes.length, block, block.childNodes.length);
  block.scrollIntoView({ block: "center" });
}

function arrive() {
  if (field !== "body") return document.getElementById(`id_${field}_${language}`)?.focus();
  const body = section.querySelector("[contenteditable=true]");
  if (body) intoBody(body);
  else requestAnimationFrame(arrive); // the editor is being made
}

if (section) addEventListener("load", arrive);
