/** Random consistent reports of agencies that do not exist. */

import fc from 'fast-check';
import { FORM_EDITIONS, type FormEdition } from '../../shared/domain/addresses.ts';
import type { Level } from '../../shared/domain/level.ts';
import type { Part } from '../../shared/report/types.ts';
import { type Cells, cellsArbitrary } from './cells.ts';
import { narrative } from './narrative.ts';

export interface RandomReport {
  agency: string;
  level: Level;
  /** 我局, 我县. */
  self: string;
  year: number;
  format: FormEdition;
  cells: Cells;
  /** Lines before part one. */
  intro: string[];
  /** Prose of the parts; that of two to four stands between heading and table. */
  parts: Record<Part, string[]>;
  publishedOn: string;
  signedOn: string;
}

const BODIES: readonly { agency: string; level: Level; self: string }[] = [
  { agency: '国家示例总局', level: 'ministry', self: '我局' },
  { agency: '青禾市人民政府', level: 'government', self: '我市' },
  { agency: '云溪县人民政府', level: 'government', self: '我县' },
  { agency: '示例市示例局', level: 'department', self: '我局' },
  { agency: '云溪县教育局', level: 'department', self: '我局' },
  { agency: '青禾市发展和改革委员会', level: 'department', self: '我委' },
  { agency: '云溪县石桥镇人民政府', level: 'town', self: '我镇' },
  { agency: '青禾市云溪区临江街道办事处', level: 'town', self: '我街道' },
];
const CITED: Record<FormEdition, string> = { '2021-30': '〔2021〕30号', '2019-60': '〔2019〕60号' };

/** A report in the given form, or in either: consistent cells, truthful sentences, dates within the deadlines. */
export function reportArbitrary(format?: FormEdition): fc.Arbitrary<RandomReport> {
  const form = format === undefined ? fc.constantFrom(...FORM_EDITIONS) : fc.constant(format);
  return fc.tuple(fc.constantFrom(...BODIES), form).chain(([body, chosen]) =>
    fc
      .record({
        cells: cellsArbitrary(chosen, body.level),
        year: chosen === '2021-30' ? fc.integer({ min: 2021, max: 2025 }) : fc.integer({ min: 2019, max: 2020 }),
        signedDay: fc.integer({ min: 4, max: 18 }),
        publishedAfter: fc.integer({ min: 0, max: 10 }),
        wording: fc.array(fc.nat(839), { minLength: 4, maxLength: 4 }),
      })
      .map(({ cells, year, signedDay, publishedAfter, wording }) => {
        const speaker = { self: body.self, government: body.level === 'government', year };
        return {
          ...body,
          year,
          format: chosen,
          cells,
          intro: [
            `本报告依据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》(国办公开办函${CITED[chosen]})要求,由${body.agency}编制。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。如有疑问,请与${body.agency}联系。`,
          ],
          parts: { ...narrative(cells, speaker, wording), proactive: [], requests: [], disputes: [] },
          signedOn: `${year + 1}-01-${String(signedDay).padStart(2, '0')}`,
          publishedOn: `${year + 1}-01-${String(signedDay + publishedAfter).padStart(2, '0')}`,
        };
      }),
  );
}
