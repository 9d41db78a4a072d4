/** A roster as a file is sent as it is, and the page shows what came of it. Self-contained: see `light.js`. */
export function roster() {
  const input = document.querySelector('[data-roster]');
  if (!input) return;
  const state = document.querySelector('.roster .state');
  input.closest('label').hidden = false;
  input.addEventListener('change', async () => {
    const [file] = input.files;
    if (!file) return;
    const answer = await fetch(input.dataset.roster, { method: 'PUT', body: file });
    if (answer.ok) location.reload();
    else state.textContent = (await answer.json()).detail;
  });
}
