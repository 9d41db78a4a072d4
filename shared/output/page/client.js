/**
 * The script of the pages: findings light their cells, and the drop area uploads. It is sent to browsers as the source
 * of this one function, which therefore uses nothing from outside; its parts are methods of objects, because a bundler
 * that keeps the names of functions would call a helper of its own for any other kind. Everything but the upload works
 * without it.
 */
export function client() {
  const byId = document.getElementById.bind(document);
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.setAttribute('role', 'status');
  tip.hidden = true;
  document.body.append(tip);

  /* Findings and cells light each other; a cell shows what its finding says. */
  const light = {
    out() {
      for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
      tip.hidden = true;
    },
    finding(finding) {
      light.out();
      finding.classList.add('lit');
      for (const address of (finding.dataset.cells ?? '').split(' ')) {
        if (address) byId(`cell-${address}`)?.classList.add('lit');
      }
    },
    cell(cell) {
      const findings = cell.dataset.findings.split(' ').map(byId).filter(Boolean);
      if (findings.length === 0) return;
      light.finding(findings[0]);
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
      if (cell) light.cell(cell);
      else if (finding) light.finding(finding);
      else if (event.type !== 'focusin') light.out();
    },
  };
  for (const kind of ['pointerover', 'focusin', 'click']) document.addEventListener(kind, light.at);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') light.out();
  });

  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }

  /* Uploading: one file after the other, each followed until it has been checked. */
  const area = document.querySelector('.drop');
  if (!area) return;
  const input = area.querySelector('input[type=file]');
  const list = area.querySelector('.uploads');
  const words = area.dataset;
  area.classList.add('ready');

  const upload = {
    async all(files) {
      for (const file of files) await upload.one(file);
    },
    async one(file) {
      const item = document.createElement('li');
      const name = document.createElement('b');
      const state = document.createElement('span');
      name.textContent = file.name;
      state.textContent = words.sending;
      item.append(name, ' ', state);
      list.prepend(item);
      try {
        const sent = await fetch(`/uploads/${encodeURIComponent(file.name)}`, { method: 'PUT', body: file });
        const answer = await sent.json();
        if (!sent.ok) throw new Error(answer.detail);
        state.textContent = words.checking;
        const reports = await upload.follow(answer.progress);
        state.textContent = reports.length === 0 ? words.slow : '';
        for (const report of reports) item.append(upload.outcome(report));
      } catch (error) {
        item.classList.add('failed');
        state.textContent = `${words.failed} ${error.message}`;
      }
    },
    async follow(progress) {
      for (let wait = 200; wait < 4000; wait *= 1.15) {
        const answer = await (await fetch(progress, { headers: { Accept: 'application/json' } })).json();
        if (answer.done) return answer.reports;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
      return [];
    },
    outcome(report) {
      const link = document.createElement('a');
      const query = words.lang ? `?lang=${words.lang}` : '';
      link.href = `/reports/${encodeURIComponent(report.id)}${query}`;
      link.className = `status ${report.status}`;
      const who = report.agency ? ` · ${report.agency} ${report.year ?? ''}` : '';
      link.textContent = words[report.status] + who;
      return link;
    },
  };

  input.addEventListener('change', () => {
    const files = [...input.files];
    input.value = '';
    upload.all(files);
  });
  for (const kind of ['dragenter', 'dragover']) {
    area.addEventListener(kind, (event) => {
      event.preventDefault();
      area.classList.add('over');
    });
  }
  area.addEventListener('dragleave', () => area.classList.remove('over'));
  area.addEventListener('drop', (event) => {
    event.preventDefault();
    area.classList.remove('over');
    upload.all([...event.dataTransfer.files]);
  });
}
