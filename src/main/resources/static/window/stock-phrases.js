// Adds a stock phrase to the text it belongs to; the phrases stay hidden where this does not run.
for (const list of document.querySelectorAll('[data-island="stock-phrases"]')) {
  const text = document.getElementById(list.dataset.target);
  list.hidden = false;
  list.addEventListener('click', (event) => {
    const phrase = event.target.closest('button');
    if (!phrase) return;
    const joined = text.value.trim() === '' ? '' : text.value.trim().replace(/[。.]?$/, '。');
    text.value = joined + phrase.textContent.trim() + '。';
    text.focus();
  });
}
