import type { CellAddress } from '../../domain/addresses.ts';
import { numberAt } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { addCells, decided, whyUndecided } from '../verdict.ts';

const GRANTED = 'requests.granted.total';
const DONE = 'requests.total.total';
const CARRIED_OUT = 'requests.carriedOut.total';
const SECRET = 'requests.denied.stateSecret.total';
const COMING: readonly CellAddress[] = ['requests.received.total', 'requests.carriedIn.total'];

/** From so many requests on it is odd that all were granted. */
const MANY = 30;
/** Share of the requests carried over to the next year that is odd. */
const CARRIED_SHARE = 0.25;
/** Of fewer requests every share is chance. */
const LEAST_COMING = 10;

export const rule: Rule = {
  id: 'T3.ODD',
  title: { zh: '统计异常提示', en: 'Unusual figures' },
  severity: 'notice',
  about: 'cells',
  why: {
    zh: '全部公开、大量结转、乡镇涉密等情形少见，多为填错格。',
    en: 'All granted, much carried out, secrets of a town: mostly a wrong cell.',
  },
  falseAlarm: { zh: '情况属实；只作提示。', en: 'It may be so: a remark only.' },
  basis: null,
  check({ report }) {
    const faults: Fault[] = [];
    const needed: CellAddress[] = [GRANTED, DONE, CARRIED_OUT, ...COMING];
    const done = numberAt(report, DONE);
    if (typeof done === 'number' && done >= MANY && numberAt(report, GRANTED) === done) {
      faults.push({
        code: 'ALL-GRANTED',
        message: {
          zh: `办结的${done}件申请全部为“予以公开”，请核对是否有应计入其他情形的。`,
          en: `All of ${done} requests were granted: check that none belongs to another row.`,
        },
        cells: [GRANTED, DONE],
        actual: done,
      });
    }
    const coming = addCells(report, COMING);
    const carried = numberAt(report, CARRIED_OUT);
    if (coming !== null && coming >= LEAST_COMING && typeof carried === 'number' && carried > coming * CARRIED_SHARE) {
      faults.push({
        code: 'CARRIED',
        message: {
          zh: `应办理的${coming}件中有${carried}件结转下年度，超过四分之一，请核对办理期限。`,
          en: `${carried} of ${coming} requests were carried over, more than a quarter: check the time limits.`,
        },
        cells: [...COMING, CARRIED_OUT],
        actual: carried,
      });
    }
    if (report.level === 'town') {
      needed.push(SECRET);
      const secret = numberAt(report, SECRET);
      if (typeof secret === 'number' && secret > 0) {
        faults.push({
          code: 'SECRET',
          message: {
            zh: `乡镇、街道有${secret}件以“属于国家秘密”不予公开，比较少见，请核对。`,
            en: `A town denied ${secret} request(s) as state secrets, which is rare: check.`,
          },
          cells: [SECRET],
          actual: secret,
        });
      }
    }
    const gap = needed.some((address) => typeof numberAt(report, address) !== 'number');
    return decided(faults, gap ? [whyUndecided(report, needed)] : []);
  },
  examples: () => [
    { title: 'nothing unusual', outcome: 'pass' },
    {
      title: 'thirty and more, all granted: 43 of 43',
      cells: { [GRANTED]: 30, [DONE]: 30 },
      outcome: { fails: [{ code: 'ALL-GRANTED', actual: 30, cells: [GRANTED, DONE] }] },
    },
    { title: 'twenty-nine, all granted', cells: { [GRANTED]: 29, [DONE]: 29 }, outcome: 'pass' },
    {
      title: 'more than a quarter carried over',
      cells: { [CARRIED_OUT]: 16 },
      outcome: { fails: [{ code: 'CARRIED', actual: 16, cells: [...COMING, CARRIED_OUT] }] },
    },
    {
      title: 'a town with state secrets',
      report: { level: 'town' },
      cells: { [SECRET]: 1 },
      outcome: { fails: [{ code: 'SECRET', actual: 1, cells: [SECRET] }] },
    },
  ],
  cases: () => [
    { title: 'all but one granted', cells: { [GRANTED]: 59, [DONE]: 60 }, outcome: 'pass' },
    {
      title: 'just a quarter carried over',
      cells: { [CARRIED_OUT]: 16, 'requests.received.total': 60 },
      outcome: 'pass',
    },
    {
      title: 'the only request, carried over',
      cells: { 'requests.received.total': 1, 'requests.carriedIn.total': 0, [CARRIED_OUT]: 1 },
      outcome: 'pass',
    },
    { title: 'a town without', report: { level: 'town' }, outcome: 'pass' },
    { title: 'a department with state secrets', cells: { [SECRET]: 1 }, outcome: 'pass' },
    { title: 'a blank', cells: { [CARRIED_OUT]: null }, outcome: 'undecided' },
    {
      title: 'a town whose row was not read',
      report: { level: 'town' },
      cells: { [SECRET]: undefined },
      outcome: 'undecided',
    },
    { title: 'granted not read', cells: { [GRANTED]: undefined }, outcome: 'undecided' },
    { title: 'done not read', cells: { [DONE]: undefined }, outcome: 'undecided' },
    { title: 'received left blank', cells: { 'requests.received.total': null }, outcome: 'undecided' },
  ],
};
