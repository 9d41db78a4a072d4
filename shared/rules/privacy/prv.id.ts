import type { Prose } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { mask, masked } from './mask.ts';

/** As long as the shorter of the two. */
const LONG_NUMBER = /\d{16}/;
const IDENTITY = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;
const CARD = /(?:卡号|账号|帐号|账户|银行卡)[^\d]{0,8}(?<number>\d{16,19})(?!\d)/g;

export const rule: Rule = {
  id: 'PRV.ID',
  title: { zh: '身份证号、银行卡号', en: 'Identity card or bank card number' },
  severity: 'error',
  about: 'words',
  why: { zh: '公布身份证号、银行卡号侵害个人信息。', en: 'Numbers of identity or bank cards are personal data.' },
  falseAlarm: { zh: '校验位恰好相符的其他编号。', en: 'Another number whose check digit fits by chance.' },
  basis: null,
  check({ report }) {
    const lines = report.prose.filter(({ plain }) => LONG_NUMBER.test(plain));
    return decided(lines.flatMap((line) => [...identities(line), ...cards(line)]));
  },
  examples: () => [
    { title: 'no such number', outcome: 'pass' },
    {
      title: 'an identity number with its check digit',
      text: { overview: ['申请人张某，身份证号11010519491231002X。'] },
      outcome: { fails: [{ code: 'IDENTITY', actual: '110****002X' }] },
    },
    {
      title: 'eighteen digits with another check digit, or with no date in them',
      text: { overview: ['流水号110105194912310021。', '流水号110105199913310023。'] },
      outcome: 'pass',
    },
    {
      title: 'a bank card number',
      text: { other: ['缴费账号：6222021234567890128。'] },
      outcome: { fails: [{ code: 'CARD', actual: '622****0128' }] },
    },
    {
      title: 'another identity number, of a day that exists; the same of days that do not',
      text: {
        overview: ['身份证号341281199912319874。', '身份证号341281199913319876。', '身份证号341281199902309875。'],
      },
      outcome: { fails: [{ code: 'IDENTITY', actual: '341****9874' }] },
    },
  ],
  cases: () => [
    { title: 'an account that is no card', text: { other: ['缴费账号：6222021234567890123。'] }, outcome: 'pass' },
    {
      title: 'the credit code of a body',
      text: { head: ['统一社会信用代码：11360403MB0123456X'] },
      outcome: 'pass',
    },
    {
      title: 'another bank card number',
      text: { other: ['缴费账号：6222021500123456780。'] },
      outcome: { fails: [{ code: 'CARD', actual: '622****6780' }] },
    },
  ],
};

function identities(line: Prose): Fault[] {
  return [...line.plain.matchAll(IDENTITY)].flatMap(([number]) =>
    isIdentity(number.toUpperCase()) ? [toFault('IDENTITY', '身份证号', 'An identity number', number, line)] : [],
  );
}

function cards(line: Prose): Fault[] {
  return [...line.plain.matchAll(CARD)].flatMap(({ groups }) => {
    const number = groups?.number ?? '';
    return passesLuhn(number) ? [toFault('CARD', '银行卡号', 'A bank card number', number, line)] : [];
  });
}

function toFault(code: string, zh: string, en: string, number: string, { plain, place }: Prose): Fault {
  return {
    code,
    message: {
      zh: `正文出现${zh}${mask(number)}，公开前应删除。`,
      en: `${en}, ${mask(number)}, is published; it has to be removed.`,
    },
    actual: mask(number),
    evidence: [{ place, text: masked(plain, number) }],
  };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** GB 11643: a date of birth in places 7 to 14, and the check digit. */
function isIdentity(number: string): boolean {
  const date = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return CHECK_DIGITS[sum % 11] === number[17];
}

/** ISO/IEC 7812-1. */
function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, character, index) => {
    const digit = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}
