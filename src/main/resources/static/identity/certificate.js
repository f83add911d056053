// Signs the text with a key that is read from a file in this browser. The key is not sent: only certificate and signature are.
const form = document.querySelector('form[data-island="certificate"]');

function derOf(pem, label) {
  const body = new RegExp(`-----BEGIN ${label}-----([^-]+)-----END ${label}-----`).exec(pem);
  if (!body) throw new Error(`no ${label}`);
  return Uint8Array.from(atob(body[1].replaceAll(/\s/g, "")), (letter) => letter.charCodeAt(0));
}

async function sign(keyPem, text) {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("pkcs8", derOf(keyPem, "PRIVATE KEY"), algorithm, false, ["sign"]);
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

async function fill() {
  const [certificate] = form.querySelector("#certificate-file").files;
  const [key] = form.querySelector("#key-file").files;
  form.elements.signature.value = await sign(await key.text(), form.querySelector("#content").value);
  form.elements.certificate.value = await certificate.text();
  form.submit();
}

// Browsers sign on secure pages alone: https, or this machine.
if (form && window.crypto?.subtle) {
  const note = form.querySelector("[data-note]");
  form.querySelector("[data-by-browser]").hidden = false;
  form.querySelector("[data-sign]").addEventListener("click", () => {
    note.hidden = true;
    fill().catch(() => {
      note.hidden = false;
    });
  });
}
