/** Prose as the reader of parts gives it, for texts of a few lines: enough of the road to test metadata alone. */

import type { Document } from '../../shared/document/types.ts';
import { readMetadata } from '../../shared/report/metadata/read.ts';
import { plainLine } from '../../shared/report/normalise.ts';
import { simplifier } from '../../shared/report/script.ts';
import { PARTS, type Prose, type Where } from '../../shared/report/types.ts';

const HEADING = /^([一二三四五六])、(?=.*(?:总体|概述|主动公开|收到和处理|复议|问题|其他))/;
const TAIL = /^(?:扫一扫|您访问|未经许可)/;
const simplify = await simplifier('traditional');

/** Lines before the first sentence are `head`, then `preamble`, then the parts by their numerals, then `tail`. */
export function proseFrom(text: string): Prose[] {
  let where: Where = 'head';
  return text.split('\n').flatMap((printed, index) =>
    printed.split('|').flatMap((chunk) => {
      const plain = simplify(plainLine(chunk));
      if (plain === '') return [];
      const numeral = HEADING.exec(plain)?.[1];
      if (numeral && plain.length < 30) {
        where = PARTS['一二三四五六'.indexOf(numeral)] ?? where;
        return [];
      }
      if (where === 'head' && /[。;]/.test(plain)) where = 'preamble';
      if (where === 'other' && TAIL.test(plain)) where = 'tail';
      return [{ text: chunk.trim(), plain, place: { line: index + 1 }, where }];
    }),
  );
}

export function documentWith(outside: Partial<Pick<Document, 'title' | 'published'>> = {}): Document {
  return {
    blocks: [],
    mediaType: 'text/plain',
    encoding: 'utf-8',
    title: null,
    published: null,
    notes: [],
    ...outside,
  };
}

/** A preamble that names neither agency nor year, and a body that names the year. */
export const INTRO =
  '本报告依据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》(国办公开办函〔2021〕30号)要求编制。';
export const BODY = '一、总体情况\n2022年,我局公开信息423条。上年结转6件。\n六、其他需要报告的事项\n无。';

/** Who and when of a text of a few lines. */
export const metadataOf = (text: string, outside = {}) => readMetadata(proseFrom(text), documentWith(outside));
