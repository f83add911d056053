// Shows and hides questions as answers open them. The server decides the same from the same attributes; without this
// module the page is sent once more instead.
const form = document.querySelector('form[data-island="schema-form"]');

function answersTo(name) {
  const fields = [...form.elements].filter((field) => field.name === name && !field.closest("[hidden]"));
  return fields
    .filter((field) => !["radio", "checkbox"].includes(field.type) || field.checked)
    .map((field) => field.value)
    .filter((value) => value !== "");
}

function update() {
  // twice, because a question that was just hidden may itself open another
  for (let round = 0; round < 2; round += 1) {
    for (const part of form.querySelectorAll("[data-show-if]")) {
      const wanted = part.dataset.showValues.split("|");
      part.hidden = !answersTo(part.dataset.showIf).some((answer) => wanted.includes(answer));
    }
  }
}

if (form) {
  const seen = document.createElement("input");
  seen.type = "hidden";
  seen.name = "_live";
  seen.value = "1";
  form.append(seen);
  form.addEventListener("change", update);
  update();
}
