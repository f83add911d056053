// Single keys for staff: J and K move through a list, / goes to the search, ? shows the keys. Only outside fields;
// the list of keys has a switch that turns them off on this machine.
const help = document.getElementById('zt-keys');
const off = help?.querySelector('input');
const STORE = 'zt-keys-off';
if (off) {
  off.checked = localStorage.getItem(STORE) === '1';
  off.addEventListener('change', () => localStorage.setItem(STORE, off.checked ? '1' : '0'));
  document.querySelectorAll('[data-keys-help]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => help.showModal());
  });
}

function move(step) {
  const links = [...document.querySelectorAll('.task-row th a, .task-row td a, main tbody th[scope=row] > a')];
  if (links.length === 0) return;
  const at = links.indexOf(document.activeElement);
  links[Math.min(links.length - 1, Math.max(0, at + step))].focus();
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  '/': () => document.getElementById('staff-search')?.focus(),
  '?': () => help?.showModal(),
};

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || help?.open) return;
  const act = KEYS[event.key];
  if (!act || (off?.checked && event.key !== '?')) return;
  event.preventDefault();
  act();
});

// Ctrl+Enter in the reasoning sends the decision.
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.ctrlKey && event.target.matches('textarea[data-send]')) {
    event.target.form.requestSubmit();
  }
});
