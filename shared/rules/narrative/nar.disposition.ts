import type { Rule } from '../types.ts';
import { contradictions } from './compare.ts';

export const rule: Rule = {
  id: 'NAR.DISPOSITION',
  title: { zh: '正文分类答复与表三不一致', en: 'Results of requests in the text differ from table 3' },
  severity: 'error',
  about: 'words',
  why: { zh: '正文分类答复数与表三同为一件事，应当一致。', en: 'Results in text and table are the same thing.' },
  falseAlarm: { zh: '正文的分类与表格口径不同而没有写明。', en: 'The text groups them otherwise and does not say so.' },
  basis: null,
  check(context) {
    return contradictions(context, [
      'granted',
      'partiallyGranted',
      'grantedOrPartially',
      'denied',
      'unavailable',
      'notProcessed',
      'otherProcessing',
      'detail',
    ]);
  },
  examples: () => [
    { title: 'every result of the text stands in table 3', outcome: 'pass' },
    {
      title: 'another number granted, another number denied',
      text: { overview: ['办结政府信息公开申请60件，其中予以公开25件、部分公开8件、不予公开14件。'] },
      outcome: {
        fails: [
          { cells: ['requests.granted.total'], expected: 24, actual: 25 },
          { expected: 15, actual: 14 },
        ],
      },
    },
    {
      title: 'both kinds of disclosure in one number',
      text: { overview: ['答复政府信息公开申请60件，予以公开及部分公开32件，不予公开15件。'] },
      outcome: 'pass',
    },
    {
      title: 'a row of table 3 in its own words',
      text: { overview: ['收到依申请公开59件，无法提供（本机关不掌握相关政府信息）8件。'] },
      outcome: { fails: [{ cells: ['requests.unavailable.notHeld.total'], expected: 7, actual: 8 }] },
    },
    {
      title: 'each of the other results',
      text: {
        overview: ['办结政府信息公开申请60件，其中部分公开7件、无法提供8件、不予处理2件、其他处理2件。'],
      },
      outcome: {
        fails: [
          { cells: ['requests.partiallyGranted.total'], expected: 8, actual: 7 },
          { expected: 9, actual: 8 },
          { expected: 3, actual: 2 },
          { expected: 1, actual: 2 },
        ],
      },
    },
  ],
  cases: () => [
    {
      title: '主动公开 among answers means granted',
      text: { overview: ['收到依申请公开59件，答复情况为主动公开24件、部分公开8件、不予公开15件。'] },
      outcome: 'pass',
    },
    {
      title: '同意公开 means granted',
      text: { overview: ['收到依申请公开59件，同意公开24件、部分公开8件。'] },
      outcome: 'pass',
    },
    {
      title: 'the results of one channel only',
      text: { overview: ['网上申请20件，予以公开10件、部分公开2件。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'published items are no results',
      text: { overview: ['全年主动公开政府信息426条，公开年度报告1份。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'a blank cell of the sum decides nothing',
      cells: { 'requests.denied.stateSecret.total': null, 'requests.denied.stateSecret.enterprise': null },
      text: { overview: ['答复申请60件，予以公开24件、不予公开14件。'] },
      outcome: 'undecided',
    },
    {
      title: 'both kinds of disclosure in another number',
      text: { overview: ['答复政府信息公开申请60件，予以公开及部分公开33件。'] },
      outcome: { fails: [{ expected: 32, actual: 33 }] },
    },
  ],
};
