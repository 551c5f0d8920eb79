// The editors and the search boxes of autocompletion are made by scripts that give them no name. They get that of
// their field here; the editors also its language, a spell checker, and the focus of whoever comes by its label.

const labelOf = (element) => element.closest(".form-row")?.querySelector("label");

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
    const label = labelOf(search) ?? labelOf(document.querySelector(".select2-container--open"));
    search.setAttribute("aria-label", label.textContent.replace(/:\s*$/, ""));
  }
}

function nameAll() {
  nameEditors();
  nameSearches();
}

new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
nameAll();
