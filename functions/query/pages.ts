/** Answers that are pages. */
import { loadSay, type OutputLanguage } from '../../shared/output/language.ts';
import type { Voice } from '../../shared/output/page/types.ts';
import { variable } from '../platform/environment.ts';
import { todayInChina } from './today.ts';

/** @param query the fields of the page's own address */
export async function voiceOf(language: OutputLanguage, path: string, query: Record<string, unknown>): Promise<Voice> {
  const fields = Object.entries(query).filter(([name, value]) => name !== 'lang' && value !== undefined);
  return {
    ...{ language, path, say: await loadSay(language) },
    printed: { office: variable('LETTERHEAD'), on: todayInChina() },
    query: Object.fromEntries(fields.map(([name, value]) => [name, String(value)])),
  };
}

export function pageResponse(page: string, status = 200): Response {
  return new Response(page, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
