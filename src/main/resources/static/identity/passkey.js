// Makes a passkey, or signs in by one: asks the server what to sign, lets the device sign it, and sends the answer with the form.
const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

async function optionsFrom(form) {
  const body = new URLSearchParams({ _csrf: form.elements._csrf.value });
  const answer = await fetch(form.dataset.options, { method: "POST", body });
  if (!answer.ok) throw new Error(`options: ${answer.status}`);
  const options = await answer.json();
  options.challenge = toBytes(options.challenge);
  if (options.user) options.user.id = toBytes(options.user.id);
  for (const list of [options.excludeCredentials, options.allowCredentials]) {
    for (const known of list ?? []) known.id = toBytes(known.id);
  }
  return options;
}

function written(credential) {
  const { response } = credential;
  const parts = { clientDataJSON: toText(response.clientDataJSON) };
  if (response.attestationObject) {
    parts.attestationObject = toText(response.attestationObject);
    parts.transports = response.getTransports?.() ?? [];
  } else {
    parts.authenticatorData = toText(response.authenticatorData);
    parts.signature = toText(response.signature);
    if (response.userHandle) parts.userHandle = toText(response.userHandle);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: parts,
  });
}

async function answer(form) {
  const publicKey = await optionsFrom(form);
  const credential =
    form.dataset.island === "passkey-making"
      ? await navigator.credentials.create({ publicKey })
      : await navigator.credentials.get({ publicKey });
  form.elements.answer.value = written(credential);
  form.submit();
}

for (const form of document.querySelectorAll('form[data-island^="passkey-"]')) {
  const note = form.querySelector("[data-note]");
  if (window.PublicKeyCredential) {
    form.closest("[hidden]")?.removeAttribute("hidden");
  }
  form.addEventListener("submit", (event) => {
    if (!form.reportValidity() || !window.PublicKeyCredential) return;
    event.preventDefault();
    note.hidden = true;
    answer(form).catch(() => {
      note.hidden = false;
    });
  });
}
