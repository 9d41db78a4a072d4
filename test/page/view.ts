/** Views of reports for tests of the pages, without a store. */
import { loadSay, type OutputLanguage } from '../../shared/output/language.ts';
import type { ReportView, Voice } from '../../shared/output/page/types.ts';
import type { ReportRecord } from '../../shared/record.ts';

export async function voice(language: OutputLanguage = 'zh'): Promise<Voice> {
  return { language, say: await loadSay(language), path: '/', query: {}, printed: { office: '', on: '2024-03-01' } };
}

export function view(record: ReportRecord, edit: Partial<ReportView> = {}): ReportView {
  const empty = {
    decisions: new Map(),
    history: [],
    versions: [],
    copies: [],
    otherYears: [],
    years: [],
    notes: [],
    assignment: null,
    may: { correct: true, withdraw: true, decide: true, explain: true, replace: [] },
  };
  return { record, status: record.result.status, ...empty, ...edit };
}
