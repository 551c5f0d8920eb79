// A file may be dropped anywhere on the page, or pasted; one that is too large is refused before it is sent.

const form = document.querySelector("form.upload");
const file = form.elements.file;
const trouble = form.querySelector(".trouble");

form.querySelector(".drop-here").hidden = false;

/** Whether what is chosen may be sent; says so where it may not. */
function isSmall() {
  const isTooLarge = [...file.files].some((chosen) => chosen.size > Number(form.dataset.limit));
  trouble.textContent = isTooLarge ? form.dataset.tooLarge : "";
  trouble.hidden = !isTooLarge;
  return !isTooLarge;
}

function take(event, files) {
  if (!files?.length) return;
  event.preventDefault();
  file.files = files;
  form.classList.remove("dropping");
  if (isSmall()) form.requestSubmit();
}

const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");

document.addEventListener("dragover", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  form.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) form.classList.remove("dropping");
});
document.addEventListener("drop", (event) => take(event, event.dataTransfer?.files));
document.addEventListener("paste", (event) => take(event, event.clipboardData?.files));
file.addEventListener("change", isSmall);
form.addEventListener("submit", (event) => {
  if (!isSmall()) event.preventDefault();
});
