// The editors and the search boxes of autocompletion are made by scripts that give them no name. They get that of
// their field here; the editors also its language, a spell checker, and the focus of whoever comes by its label.

const labelOf = (element) => element.closest(".form-row")?.querySelector("label");

/** The words of a field's label; in a table, where no label is, those that its select bears. */
const wordsFor = (element) =>
  labelOf(element)?.textContent.replace(/:\s*$/, "") ??
  element?.closest("td")?.querySelector("select")?.getAttribute("aria-label");

function nameEditors() {
  for (const editor of document.querySelectorAll(".prose-editor [contenteditable]:not([aria-label])")) {
    const label = labelOf(editor);
    const field = document.getElementById(label.htmlFor);
    editor.setAttribute("aria-label", label.textContent.replace(/:\s*$/, ""));
    editor.lang = field.lang;
    editor.spellcheck = true;
    for (const way of [label, ...document.querySelectorAll(`a[href="#${field.id}"]`)]) {
      way.addEventListener("click", () => editor.focus());
    }
  }
}

function nameSearches() {
  for (const search of document.querySelectorAll(".select2-search__field:not([aria-label])")) {
    const words = wordsFor(search) ?? wordsFor(document.querySelector(".select2-container--open"));
    if (words) search.setAttribute("aria-label", words);
  }
}

/** What is chosen, or that nothing is: named by its label and its own words, also while these are a placeholder. */
function nameChoices() {
  for (const chosen of document.querySelectorAll(".select2-selection__rendered[id]:not([aria-labelledby], [aria-label])")) {
    const label = labelOf(chosen);
    if (!label) {
      const words = wordsFor(chosen);
      if (words) chosen.setAttribute("aria-label", words);
      continue;
    }
    label.id ||= `${chosen.id}-label`;
    const names = `${label.id} ${chosen.id}`;
    chosen.setAttribute("aria-labelledby", names);
    chosen.closest("[role=combobox]")?.setAttribute("aria-labelledby", names);
  }
}

function nameAll() {
  nameEditors();
  nameSearches();
  nameChoices();
}

new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
nameAll();
