/** Where a file is dropped: a new report, or the corrected file of the report whose page this is. */
import { STATUSES } from '../../domain/status.ts';
import { html, type Markup } from '../markup.ts';
import { STATUS_WORDS } from '../words/common.ts';
import { WORDS } from '../words/page.ts';
import { languageQuery } from './layout.ts';
import type { Voice } from './types.ts';

/** As much as one request of the API takes. */
const MOST_BYTES = 4 * 1024 * 1024;
/** What the script says, by the names that it has for it. */
const SCRIPT_WORDS = {
  ...{ sending: WORDS.sending, checking: WORDS.checking, checked: WORDS.checked, slow: WORDS.slow },
  ...{ uploadFailed: WORDS.uploadFailed, tooLarge: WORDS.tooLarge, sameName: WORDS.sameName },
  ...{ copy: WORDS.copyThere, replace: WORDS.replace },
};

/** @param report the id of the report whose next version is dropped here; `null` for new ones */
export function dropArea({ say, language }: Voice, report: string | null): Markup {
  const words = {
    ...Object.fromEntries(Object.entries(SCRIPT_WORDS).map(([name, text]) => [name, say(text)])),
    statuses: Object.fromEntries(STATUSES.map((status) => [status, say(STATUS_WORDS[status])])),
  };
  const [title, hint] = report === null ? [WORDS.upload, WORDS.uploadHint] : [WORDS.correct, WORDS.correctHint];
  return html`<section class="drop" id="upload" aria-label="${say(title)}" data-words="${JSON.stringify(words)}" data-most="${MOST_BYTES}" data-lang="${languageQuery({ language }).lang}"${report !== null && html` data-report="${report}"`}>
<label class="choose"><b>${say(title)}</b> <span>${say(hint)}</span><input class="hidden" type="file"${report === null && html` multiple`}></label>
<p class="quiet no-script">${say(WORDS.uploadScript)}</p>
<ul class="uploads" aria-live="polite"></ul>
</section>`;
}
