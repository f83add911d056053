// Sends chosen files in pieces while the form is still being filled in, goes on where a broken connection stopped, and
// leaves the upload's number in the form. Without this module the form sends the files itself.
const PIECE = 1024 * 1024;
const WAITS = [1000, 2000, 4000, 8000, 16000];
const open = new Set();

const say = (text, ...values) => values.reduce((said, value, at) => said.replace(`{${at}}`, value), text);
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const base64 = (bytes) => btoa(String.fromCodePoint(...bytes));

async function call(box, method, address, headers = {}, body = undefined) {
  const token = box.closest("form").elements._csrf?.value;
  const all = { "Tus-Resumable": "1.0.0", ...(token ? { "X-XSRF-TOKEN": token } : {}), ...headers };
  const answer = await fetch(address, { method, headers: all, body, credentials: "same-origin" });
  if (answer.status >= 500) throw new Error(String(answer.status));
  return answer;
}

async function begin(box, file, key) {
  const known = sessionStorage.getItem(key);
  if (known) {
    const standing = await call(box, "HEAD", known);
    if (standing.ok) return { address: known, offset: Number(standing.headers.get("Upload-Offset")) };
  }
  const metadata = Object.entries({ filename: file.name, filetype: file.type })
    .map(([name, value]) => `${name} ${base64(new TextEncoder().encode(value))}`)
    .join(",");
  const made = await call(box, "POST", "/uploads", { "Upload-Length": file.size, "Upload-Metadata": metadata });
  if (made.status !== 201) return null;
  sessionStorage.setItem(key, made.headers.get("Location"));
  return { address: made.headers.get("Location"), offset: 0 };
}

async function send(box, file, line) {
  const key = `upload ${file.name} ${file.size} ${file.lastModified}`;
  for (let tries = 0; tries <= WAITS.length; ) {
    try {
      const upload = await begin(box, file, key);
      if (!upload) return null;
      let { offset } = upload;
      while (offset < file.size && !line.canceled) {
        line.show(offset / file.size);
        const piece = await file.slice(offset, offset + PIECE).arrayBuffer();
        const sum = crypto.subtle ? { "Upload-Checksum": `sha256 ${base64(new Uint8Array(await crypto.subtle.digest("SHA-256", piece)))}` } : {};
        const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": offset, ...sum };
        const answer = await call(box, "PATCH", upload.address, headers, piece);
        if (![204, 409, 460].includes(answer.status)) return null;
        offset = Number(answer.headers.get("Upload-Offset"));
        tries = 0;
      }
      sessionStorage.removeItem(key);
      if (line.canceled) await call(box, "DELETE", upload.address);
      return line.canceled ? "" : upload.address.split("/").pop();
    } catch {
      line.note(box.dataset.waiting);
      await pause(WAITS[tries] ?? 0);
      tries += 1;
    }
  }
  return null;
}

function lineFor(box, file) {
  const row = document.createElement("div");
  row.className = "zt-file";
  const name = document.createElement("span");
  name.className = "text-break";
  name.textContent = file.name;
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  const note = document.createElement("span");
  note.className = "zt-small zt-soft";
  note.setAttribute("role", "status");
  const stop = document.createElement("button");
  stop.type = "button";
  stop.className = "zt-linkbtn";
  stop.textContent = box.dataset.drop;
  row.append(name, bar, note, stop);
  box.before(row);
  const line = { row, canceled: false, note: (text) => (note.textContent = text), show: (part) => {
    bar.value = part;
    line.note(say(box.dataset.progress, Math.floor(part * 100)));
  } };
  line.kept = (id, field) => {
    bar.remove();
    line.note(box.dataset.done);
    const hidden = document.createElement("input");
    hidden.type = "hidden";
    hidden.name = field;
    hidden.value = id;
    row.append(hidden);
  };
  stop.addEventListener("click", () => {
    line.canceled = true;
    const hidden = row.querySelector("input");
    if (hidden) call(box, "DELETE", `/uploads/${hidden.value}`).catch(() => {});
    row.remove();
  });
  return line;
}

async function take(box, input) {
  const files = [...input.files].filter((file) => file.size > 0 && file.size <= Number(box.dataset.most));
  if (files.length !== input.files.length) return; // the form itself says what is wrong with them
  input.value = "";
  for (const file of files) {
    const line = lineFor(box, file);
    const sending = send(box, file, line);
    open.add(sending);
    const id = await sending;
    open.delete(sending);
    if (id) line.kept(id, input.name);
    else if (!line.canceled) line.note(box.dataset.failed);
  }
}

for (const box of document.querySelectorAll('[data-island="upload"]')) {
  const input = box.querySelector('input[type="file"]');
  input.addEventListener("change", () => take(box, input));
  box.closest("form").addEventListener("submit", async (event) => {
    if (open.size === 0) return;
    event.preventDefault();
    const { submitter, target } = event;
    await Promise.all(open);
    target.requestSubmit(submitter);
  });
}
