/**
 * Uploading: one file after the other, each followed until all of its reports are known. On the page of a report the
 * file becomes the next version of that report, whatever it is called. Self-contained: see `light.js`.
 */
export function upload() {
  const area = document.querySelector('.drop');
  if (!area) return;
  const input = area.querySelector('input[type=file]');
  const list = area.querySelector('.uploads');
  const words = JSON.parse(area.dataset.words);
  const { report, lang } = area.dataset;
  const most = Number(area.dataset.most);
  area.classList.add('ready');

  const pages = {
    of(id) {
      return `/reports/${encodeURIComponent(id)}${lang ? `?lang=${lang}` : ''}`;
    },
    /** The list and the boxes as they are now, in the place of those that the page came with. */
    async refresh() {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of document.querySelectorAll('[data-refresh]')) {
        const now = fresh.querySelector(`[data-refresh="${part.dataset.refresh}"]`);
        if (now) part.replaceWith(now);
      }
    },
  };

  const sender = {
    async all(files) {
      for (const file of files.slice(0, report ? 1 : files.length)) await sender.one(file);
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
        if (file.size > most) throw new Error(words.tooLarge);
        const sent = await sender.put(file);
        state.textContent = words.checking;
        const outcome = await sender.follow(sent.progress, item, state);
        state.textContent = outcome.done ? '' : words.slow;
        if (report && outcome.done) location.assign(pages.of(report));
        else if (outcome.listed) await pages.refresh();
      } catch (error) {
        item.classList.add('failed');
        state.textContent = `${words.uploadFailed} ${error.message}`;
      }
    },
    /** Never in the place of a file of the same name: another office may have sent that. */
    async put(file) {
      const [, stem, extension] = /^(.*?)(\.[^.]*)?$/s.exec(file.name);
      for (let copy = 1; copy <= 50; copy++) {
        const name = copy === 1 ? file.name : `${stem} (${copy})${extension ?? ''}`;
        const address = report ? `/reports/${encodeURIComponent(report)}/file` : `/uploads/${encodeURIComponent(name)}`;
        const headers = report ? {} : { 'If-None-Match': '*' };
        const sent = await fetch(`${address}${lang ? `?lang=${lang}` : ''}`, { method: 'PUT', body: file, headers });
        const answer = await sent.json();
        if (sent.ok) return answer;
        if (sent.status !== 412) throw new Error(answer.detail);
      }
      throw new Error(words.sameName);
    },
    /** Until everything is known and listed; each report is shown as soon as it is. */
    async follow(progress, item, state) {
      const shown = new Set();
      let answer = { done: false, listed: false, checked: 0, reports: [] };
      let wait = 200;
      for (const started = Date.now(); Date.now() - started < 180_000; wait = Math.min(3000, wait * 1.15)) {
        const asked = await fetch(progress, { headers: { Accept: 'application/json' } });
        answer = await asked.json();
        if (!asked.ok) throw new Error(answer.detail);
        for (const each of answer.reports) {
          if (!shown.has(each.id)) item.append(sender.outcome(each, answer.reports.length > 1));
          shown.add(each.id);
        }
        if (answer.checked > 1 || (answer.checked === 1 && !answer.done)) {
          state.textContent = `${words.checked} ${answer.checked}`;
        }
        if (answer.listed || (report && answer.done)) break;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
      return answer;
    },
    outcome(each, many) {
      const line = document.createElement('div');
      const link = document.createElement('a');
      link.href = pages.of(each.id);
      link.className = `status ${each.status}`;
      const who = each.agency ? ` · ${each.agency} ${each.year ?? ''}` : '';
      link.textContent = words.statuses[each.status] + who;
      line.append(link);
      const entry = each.name.split('!/')[1];
      if (many || entry)
        line.append(Object.assign(document.createElement('small'), { textContent: entry ?? each.name }));
      if (!report) for (const copy of each.copies) line.append(sender.replacement(each, copy));
      return line;
    },
    /** Offers to put the new report in the place of an earlier one of the same agency and year. */
    replacement(each, copy) {
      const form = Object.assign(document.createElement('form'), { method: 'post', className: 'replace' });
      form.action = `/reports/${encodeURIComponent(each.id)}/supersede`;
      const fields = { report: copy.id, ...(lang && { lang }) };
      for (const [name, value] of Object.entries(fields)) {
        form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
      }
      const old = document.createElement('a');
      old.href = pages.of(copy.id);
      old.textContent = copy.key;
      form.append(`${words.copy} `, old, ` (${words.statuses[copy.status]}) `);
      form.append(Object.assign(document.createElement('button'), { textContent: words.replace }));
      return form;
    },
  };

  input.addEventListener('change', () => {
    const files = [...input.files];
    input.value = '';
    sender.all(files);
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
    sender.all([...event.dataTransfer.files]);
  });
}
