// Shows a PDF in the page, one page at a time, drawn by pdf.js. The library comes with this module only; without it, or
// when a file cannot be drawn, the link below it opens the file itself.
const HOME = "/webjars/pdfjs-dist/5.4.624";
const STEPS = [0.75, 1, 1.25, 1.5, 2, 3];

const say = (text, ...values) => values.reduce((said, value, at) => said.replace(`{${at}}`, value), text);

function button(text, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn btn-quiet";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

async function show(box) {
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.textContent = box.dataset.loading;
  box.append(status);
  const pdfjs = await import(`${HOME}/build/pdf.min.mjs`);
  pdfjs.GlobalWorkerOptions.workerSrc = `${HOME}/build/pdf.worker.min.mjs`;
  const document_ = await pdfjs.getDocument({
    url: box.dataset.src,
    cMapUrl: `${HOME}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${HOME}/standard_fonts/`,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
  }).promise;

  let number = 1;
  let step = 1;
  let drawing = null;
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  const paper = document.createElement("div");
  paper.className = "zt-pdf-paper";
  paper.tabIndex = 0;
  paper.setAttribute("role", "region");
  paper.setAttribute("aria-label", box.dataset.name);
  paper.append(canvas);

  async function draw() {
    drawing?.cancel();
    const page = await document_.getPage(number);
    const fit = Math.max(280, paper.clientWidth - 2) / page.getViewport({ scale: 1 }).width;
    const sharp = Math.min(window.devicePixelRatio || 1, 2);
    const viewport = page.getViewport({ scale: Math.min(fit, 1.6) * STEPS[step] * sharp });
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.style.width = `${Math.floor(viewport.width / sharp)}px`;
    drawing = page.render({ canvas, viewport });
    await drawing.promise.catch((stopped) => {
      if (stopped?.name !== "RenderingCancelledException") throw stopped;
    });
    status.textContent = say(box.dataset.page, number, document_.numPages);
    canvas.setAttribute("aria-label", `${box.dataset.name} ${status.textContent}`);
    previous.disabled = number <= 1;
    next.disabled = number >= document_.numPages;
    smaller.disabled = step <= 0;
    larger.disabled = step >= STEPS.length - 1;
  }

  const turn = (by) => () => {
    number = Math.min(document_.numPages, Math.max(1, number + by));
    paper.scrollTop = 0;
    draw();
  };
  const zoom = (by) => () => {
    step = Math.min(STEPS.length - 1, Math.max(0, step + by));
    draw();
  };
  const previous = button(box.dataset.previous, turn(-1));
  const next = button(box.dataset.next, turn(1));
  const smaller = button(box.dataset.smaller, zoom(-1));
  const larger = button(box.dataset.larger, zoom(1));
  const bar = document.createElement("div");
  bar.className = "zt-pdf-bar";
  bar.append(previous, status, next, smaller, larger);
  box.replaceChildren(bar, paper);
  await draw();
}

for (const box of document.querySelectorAll('[data-island="pdf"]')) {
  show(box).catch(() => {
    box.textContent = box.dataset.failed;
  });
}
