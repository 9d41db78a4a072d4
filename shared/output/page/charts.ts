/** Small bar charts of one number over the years, as SVG with its numbers in words for those who cannot see it. */
import type { CellAddress } from '../../domain/addresses.ts';
import type { Text } from '../../domain/labels.ts';
import type { Say } from '../language.ts';
import { html, type Markup } from '../markup.ts';
import type { YearOfCells } from './types.ts';

/** What is drawn: sums of cells. */
const CHARTS: { title: Text; cells: CellAddress[] }[] = [
  { title: { zh: '新收申请', en: 'Requests received' }, cells: ['requests.received.total'] },
  { title: { zh: '办理结果总计', en: 'Requests done' }, cells: ['requests.total.total'] },
  { title: { zh: '结转下年度', en: 'Carried out' }, cells: ['requests.carriedOut.total'] },
  { title: { zh: '行政复议', en: 'Reconsiderations' }, cells: ['disputes.reconsideration.total'] },
  {
    title: { zh: '行政诉讼', en: 'Lawsuits' },
    cells: ['disputes.directLitigation.total', 'disputes.litigationAfterReconsideration.total'],
  },
  {
    title: { zh: '现行有效规范性文件', en: 'Normative documents in force' },
    cells: ['proactive.normativeDocuments.inForce'],
  },
];
const HEIGHT = 56;
const STEP = 44;
const BAR = 28;

/**
 * A chart for each number that at least two years have; `null` where there is none.
 * @param current the year that is marked
 */
export function charts(years: readonly YearOfCells[], current: number | null, say: Say): Markup | null {
  const drawn = CHARTS.flatMap(({ title, cells }) => {
    const points = years.flatMap(({ year, cells: read }) => {
      const numbers = cells.map((address) => read[address]).filter((value) => typeof value === 'number');
      return numbers.length === cells.length ? [{ year, value: numbers.reduce((a, b) => a + b, 0) }] : [];
    });
    return points.length < 2 ? [] : [chart(say(title), points, current)];
  });
  return drawn.length === 0 ? null : html`<div class="charts">${drawn}</div>`;
}

function chart(title: string, points: { year: number; value: number }[], current: number | null): Markup {
  const most = Math.max(1, ...points.map(({ value }) => value));
  const words = `${title}: ${points.map(({ year, value }) => `${year} ${value}`).join(', ')}`;
  const bars = points.map(({ year, value }, i) => {
    const tall = Math.max(1, Math.round((Math.max(0, value) / most) * HEIGHT));
    const middle = i * STEP + STEP / 2;
    return html`<rect x="${middle - BAR / 2}" y="${14 + HEIGHT - tall}" width="${BAR}" height="${tall}" rx="2" class="${year === current ? 'bar current' : 'bar'}"/><text x="${middle}" y="${10 + HEIGHT - tall}">${value}</text><text x="${middle}" y="${HEIGHT + 28}">${year}</text>`;
  });
  const width = points.length * STEP;
  return html`<figure><figcaption>${title}</figcaption><svg viewBox="0 0 ${width} ${HEIGHT + 32}" width="${width}" height="${HEIGHT + 32}" role="img" aria-label="${words}">${bars}</svg></figure>`;
}
