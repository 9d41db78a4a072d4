/** The original beside the tables: a frame, and for each finding where its evidence stands in it. */
import type { Place } from '../../document/types.ts';
import type { Source } from '../../result.ts';
import { html, type Markup } from '../markup.ts';
import { READING_WORDS } from '../words/page.ts';
import { languageQuery, link } from './layout.ts';
import type { Numbered } from './numbered.ts';
import { placeId } from './place-id.ts';
import type { ReportView, Voice } from './types.ts';

/** An answer of the API holds no more. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Kinds that browsers show: all others are shown as they were read. */
const AS_IT_IS = ['application/pdf', 'text/html'];
const FRAME = 'original';

export function isShownAsItIs({ mediaType, bytes }: Pick<Source, 'mediaType' | 'bytes'>): boolean {
  return AS_IT_IS.includes(mediaType) && bytes <= MOST_BYTES;
}

/** The page without and with the original beside it. */
export function besideLink({ record }: ReportView, voice: Voice): Markup {
  const isOpen = isBeside(voice);
  const target = link(`/reports/${record.id}`, { beside: isOpen ? '' : '1', ...languageQuery(voice) });
  return html`<a class="button" href="${target}">${voice.say(isOpen ? READING_WORDS.close : READING_WORDS.open)}</a>`;
}

const isBeside = ({ query }: Voice) => query.beside === '1';

/** @param content the page of the report */
export function withOriginal(view: ReportView, content: Markup, voice: Voice): Markup {
  if (!isBeside(voice)) return content;
  const { say } = voice;
  const { id, result } = view.record;
  const asIs = isShownAsItIs(result.source);
  const reading = link(`/reports/${id}/reading`, languageQuery(voice));
  const original = link(`/reports/${id}/original/view`, languageQuery(voice));
  return html`<div class="beside"><div class="side">${content}</div>
<aside class="original" aria-label="${say(READING_WORDS.title)}"><p class="tools"><b>${say(READING_WORDS.title)}</b> ${asIs && html`<a href="${original}" target="${FRAME}">${say(READING_WORDS.asItIs)}</a>`} <a href="${reading}" target="${FRAME}">${say(READING_WORDS.read)}</a></p>
<iframe name="${FRAME}" title="${say(READING_WORDS.title)}" src="${asIs ? original : reading}"${result.source.mediaType !== 'application/pdf' && html` sandbox="allow-same-origin"`}></iframe></aside></div>`;
}

/** Leads the frame to the first place of a finding. */
export function originalLink(view: ReportView, each: Numbered, voice: Voice): Markup | null {
  if (!isBeside(voice)) return null;
  const { id, result } = view.record;
  const [first] = placesOf(view, each);
  if (first === undefined) return null;
  const reading = `${link(`/reports/${id}/reading`, languageQuery(voice))}#${placeId(first)}`;
  const isPdf = result.source.mediaType === 'application/pdf' && isShownAsItIs(result.source);
  const page = isPdf && first.page !== undefined ? first.page : null;
  const target = page === null ? reading : `${link(`/reports/${id}/original/view`, languageQuery(voice))}#page=${page}`;
  const ids = [...new Set(placesOf(view, each).map(placeId))].join(' ');
  const texts = each.sentences[0];
  return html`<p><a class="evidence" href="${target}" target="${FRAME}" data-places="${ids}"${texts && html` data-text="${texts}"`}>${voice.say(READING_WORDS.evidence)}${page !== null && voice.say({ zh: `（第${page}页）`, en: ` (page ${page})` })}</a></p>`;
}

/** Where the suspect cells stand, then the other cells, then the sentences. */
function placesOf({ record }: ReportView, { item, cells }: Numbered): Place[] {
  const { report } = record.result;
  const addresses = [...item.suspects.map(({ cell }) => cell), ...cells];
  return [
    ...addresses.flatMap((address) => report?.cells[address]?.place ?? []),
    ...item.findings.flatMap(({ source }) => source.map(({ place }) => place)),
  ];
}
