/** Documents that reports cite, by number. */

import { type Sentence, sentencesWith } from '../../claims/sentences.ts';
import type { Report } from '../../report/types.ts';

/** Documents whose number is known: data of META.CITE-NUM. */
export const KNOWN_DOCUMENTS: readonly { name: string; words: RegExp; number: string; outdated: readonly string[] }[] =
  [
    {
      name: '中华人民共和国政府信息公开条例',
      words: /《(?:中华人民共和国)?政府信息公开条例》/,
      number: '国务院令第711号',
      outdated: ['国务院令第492号'],
    },
    {
      name: '中华人民共和国政府信息公开工作年度报告格式',
      words: /《(?:中华人民共和国)?政府信息公开工作年度报告格式》/,
      number: '国办公开办函〔2021〕30号',
      outdated: ['国办公开办函〔2019〕60号'],
    },
    {
      name: '政府信息公开信息处理费管理办法',
      words: /政府信息公开信息处理费管理办法[》〉]/,
      number: '国办函〔2020〕109号',
      outdated: [],
    },
  ];

/** A number in brackets after a name: `》(国办函〔2020〕109号)`. Damaged numbers are META.CITE-FORM's. */
export const NUMBER = /(国务院令第\d+号|国办(?:公开办)?[函发][〔[]\d{4}[〕\]]\d+号)/;

/** One spelling of a number: square brackets as 〔〕. */
export function spelledNumber(number: string): string {
  return number.replace('[', '〔').replace(']', '〕');
}

/** Sentences of the report itself, no metadata above it and no footer, that hold these words. */
export function citingSentences(report: Report, words: RegExp): Sentence[] {
  return sentencesWith(report, words).filter(({ line }) => line.where !== 'head' && line.where !== 'tail');
}

export function quote({ line, text }: Sentence): { place: Sentence['line']['place']; text: string } {
  return { place: line.place, text };
}
