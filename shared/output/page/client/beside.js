/**
 * A finding that is chosen scrolls its table and lights its places in the frame with the original. Nothing runs in the
 * frame itself: it is of our origin, so that this page may look for the places. Self-contained: see `light.js`.
 */
export function beside() {
  const frame = document.querySelector('iframe[name=original]');
  if (!frame) return;

  const lights = {
    /** Elements of the frame where the evidence stands. */
    places(page, link) {
      const ids = link.dataset.places.split(' ').filter(Boolean);
      const byId = ids.map((id) => page.getElementById(id) ?? lights.cell(page, id)).filter(Boolean);
      return byId.length > 0 ? byId : lights.sentence(page, link.dataset.text);
    },
    /** In a page as it was published there are no ids of ours; its tables are counted. */
    cell(page, id) {
      const [, table, row, cell] = /^t(\d+)r(\d+)c(\d+)$/.exec(id) ?? [];
      return page.querySelectorAll('table')[table - 1]?.rows[row - 1]?.cells[cell - 1];
    },
    /** The smallest element that holds the sentence. */
    sentence(page, text) {
      if (!text) return [];
      const wanted = text.replace(/\s+/g, '').slice(0, 60);
      const all = [...page.body.querySelectorAll('*')];
      return all.filter(({ textContent }) => textContent.replace(/\s+/g, '').includes(wanted)).slice(-1);
    },
    show(link) {
      const page = frame.contentDocument;
      if (!page?.body) return false;
      for (const lit of page.querySelectorAll('[data-lit]')) {
        lit.style.outline = '';
        lit.removeAttribute('data-lit');
      }
      const places = lights.places(page, link);
      for (const place of places) {
        place.dataset.lit = '';
        place.style.outline = '3px solid #b3261e';
      }
      places[0]?.scrollIntoView({ block: 'center', inline: 'nearest' });
      return places.length > 0;
    },
    chosen(event) {
      const target = event.target instanceof Element ? event.target : null;
      const mark = target?.closest('[data-findings]');
      const finding = mark ? document.getElementById(mark.dataset.findings.split(' ')[0]) : target?.closest('.finding');
      if (!finding || target.closest('form, summary')) return;
      const first = (finding.dataset.cells ?? '').split(' ')[0];
      if (first && !mark) {
        document.getElementById(`cell-${first}`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
      }
      const link = finding.querySelector('.evidence');
      if (!link) return;
      const shown = lights.show(link);
      if (shown) event.preventDefault();
      else if (!target.closest('.evidence')) link.click();
    },
  };
  document.addEventListener('click', lights.chosen);
}
