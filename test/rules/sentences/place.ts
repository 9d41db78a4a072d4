/** The small report without a fault, and what stands in it where a trial has other words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../../shared/check.ts';

const BASE = readFileSync(join(import.meta.dirname, '../../corpus/findings/fa-sec1-five-platform.txt'), 'utf8');
const PLACES = {
  active: '2023年,我局通过门户网站公开政府信息316条。',
  requests: '2023年,我局收到政府信息公开申请14件。',
  management: '对历年文件重新校核,更正2处。',
  platform: '门户网站统计专题下新增3个子栏目,公众号同步推送。',
  supervision: '举办信息公开培训2次,配备专职人员1名。',
  problems: '存在的问题:数据解读不够通俗。改进措施:每季度发布一期图解。',
  other: '本年度未收取信息处理费。',
} as const;
export type Place = keyof typeof PLACES;

/** The report with other words in some places, and any others replaced: every finding as `RULE severity`, once, sorted. */
export async function findingsWith(
  words: Partial<Record<Place, string>>,
  replace: readonly (readonly [printed: string, instead: string])[] = [],
): Promise<string[]> {
  const changes = Object.entries(PLACES).map(([place, printed]) => [printed, words[place as Place] ?? printed]);
  const text = [...changes, ...replace].reduce((before, [printed = '', instead = '']) => {
    if (!before.includes(printed)) throw new Error(`The report does not say ${printed}`);
    return before.replaceAll(printed, instead);
  }, BASE);
  const [result] = await check({ name: 'trial.txt', bytes: Buffer.from(text) });
  return [...new Set(result?.findings.map(({ rule, severity }) => `${rule} ${severity}`))].sort();
}
