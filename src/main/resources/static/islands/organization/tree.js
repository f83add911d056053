// Opens a division in place: fetches the level below once, then shows and hides it.
const islands = document.querySelectorAll("[data-island='organization-tree']");

function equip(list, texts) {
  for (const item of list.children) {
    const link = item.querySelector(":scope > a");
    const code = new URL(link.href).searchParams.get("at");
    if (code.length < 12) {
      item.prepend(opener(item, link, code, texts));
    }
  }
}

function opener(item, link, code, texts) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "organization-open";
  label(button, false, link, texts);
  button.addEventListener("click", async () => {
    const open = button.getAttribute("aria-expanded") === "true";
    let branch = item.querySelector(":scope > ul");
    if (!branch) {
      branch = await fetched(code, texts);
      item.append(branch);
    }
    branch.hidden = open;
    label(button, !open, link, texts);
  });
  return button;
}

function label(button, open, link, texts) {
  button.setAttribute("aria-expanded", String(open));
  button.setAttribute("aria-label", `${open ? texts.close : texts.open} ${link.textContent}`);
}

async function fetched(code, texts) {
  try {
    const answer = await fetch(`/staff/organization/tree/branch?at=${code}`);
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    const branch = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("ul");
    equip(branch, texts);
    return branch;
  } catch {
    const failed = document.createElement("ul");
    failed.className = "organization-branch";
    failed.append(Object.assign(document.createElement("li"), { textContent: texts.failed }));
    return failed;
  }
}

for (const island of islands) {
  equip(island.querySelector("ul"), island.dataset);
}
