/**
 * Findings light their cells, and buttons print. Like every script of the pages it is sent to browsers as the source of
 * one function, which therefore uses nothing from outside; its parts are methods of objects, because a bundler that
 * keeps the names of functions would call a helper of its own for any other kind.
 */
export function light() {
  const byId = document.getElementById.bind(document);
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.setAttribute('role', 'status');
  tip.hidden = true;
  document.body.append(tip);

  /* Findings and cells light each other; a cell shows what its finding says. */
  const lights = {
    out() {
      for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
      tip.hidden = true;
    },
    finding(finding) {
      lights.out();
      finding.classList.add('lit');
      for (const address of (finding.dataset.cells ?? '').split(' ')) {
        if (address) byId(`cell-${address}`)?.classList.add('lit');
      }
    },
    cell(cell) {
      const findings = cell.dataset.findings.split(' ').map(byId).filter(Boolean);
      if (findings.length === 0) return;
      lights.finding(findings[0]);
      const says = findings.flatMap((finding) => [...finding.querySelectorAll('.says, .quote')]);
      tip.replaceChildren();
      for (const { textContent } of says) {
        tip.append(Object.assign(document.createElement('p'), { textContent }));
      }
      tip.hidden = false;
      const box = cell.getBoundingClientRect();
      const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
      tip.style.left = `${Math.max(8, left) + window.scrollX}px`;
      tip.style.top = `${box.bottom + 6 + window.scrollY}px`;
    },
    at(event) {
      const target = event.target instanceof Element ? event.target : null;
      const cell = target?.closest('[data-findings]');
      const finding = target?.closest('[data-cells]');
      // A finger meets the number of a finding when it means the cell; the sum comes to it instead of a jump away.
      if (cell && event.type === 'click' && event.pointerType === 'touch') event.preventDefault();
      if (cell) lights.cell(cell);
      else if (finding) lights.finding(finding);
      else if (event.type !== 'focusin') lights.out();
    },
  };
  for (const kind of ['pointerover', 'focusin', 'click']) document.addEventListener(kind, lights.at);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') lights.out();
  });

  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  // On paper nothing is folded.
  window.addEventListener('beforeprint', () => {
    for (const folded of document.querySelectorAll('details.folded, details.noticed')) folded.open = true;
  });
}
