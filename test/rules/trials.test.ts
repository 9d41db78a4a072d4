import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../shared/check.ts';
import { TRIALS, type Trial } from './trials.ts';

const BASE = readFileSync(join(import.meta.dirname, '../corpus/findings/fa-sec1-five-platform.txt'), 'utf8');
/** What stands in the report where a trial has another sentence. */
const PLACES = {
  active: '2023年,我局通过门户网站公开政府信息316条。',
  requests: '2023年,我局收到政府信息公开申请14件。',
  management: '对历年文件重新校核,更正2处。',
  platform: '门户网站统计专题下新增3个子栏目,公众号同步推送。',
  supervision: '举办信息公开培训2次,配备专职人员1名。',
  problems: '存在的问题:数据解读不够通俗。改进措施:每季度发布一期图解。',
  other: '本年度未收取信息处理费。',
} as const;

function printed(trial: Trial): string {
  const changes = Object.entries(PLACES).map(([place, words]) => [words, trial[place as keyof typeof PLACES] ?? words]);
  return [...changes, ...(trial.replace ?? [])].reduce((text, [words = '', instead = '']) => {
    if (!text.includes(words)) throw new Error(`The report does not say ${words}`);
    return text.replaceAll(words, instead);
  }, BASE);
}

test.each(TRIALS)('$title', async (trial) => {
  const [result] = await check({ name: 'trial.txt', bytes: Buffer.from(printed(trial)) });
  const found = result?.findings.map(({ rule, severity }) => `${rule} ${severity}`) ?? [];
  expect([...new Set(found)].sort()).toEqual([...(trial.finds ?? [])].sort());
});
