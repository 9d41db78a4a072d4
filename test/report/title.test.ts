import { describe, expect, test } from 'vitest';
import { BODY, INTRO, metadataOf } from './metadata-support.ts';

describe('title, body and year', () => {
  const cases: [layout: string, text: string, agency: string | null, year: number | null, title?: string | null][] = [
    ['one line', '示例市示例局2023年政府信息公开工作年度报告', '示例市示例局', 2023],
    ['a number in the name', '青禾市第3医院2023年政府信息公开工作年度报告', '青禾市第3医院', 2023],
    ['a letter in the name', '青禾市示例公司A2023年政府信息公开工作年度报告', '青禾市示例公司A', 2023],
    [
      'a number in the name on a line of its own',
      '青禾市第3示例局\n2023年度政府信息公开工作年度报告',
      '青禾市第3示例局',
      2023,
      '青禾市第3示例局2023年度政府信息公开工作年度报告',
    ],
    ['a space before the year', '示例市示例局 2023年政府信息公开年报', '示例市示例局', 2023],
    [
      'behind a breadcrumb of another year',
      '首页 > 政府信息公开 > 示例市示例局2022年政府信息公开工作年度报告\n示例市示例局2023年政府信息公开工作年度报告',
      '示例市示例局',
      2023,
      '示例市示例局2023年政府信息公开工作年度报告',
    ],
    [
      'without where, which the page says elsewhere',
      '市商务局2023年政府信息公开工作年度报告\n示例市商务局根据《中华人民共和国政府信息公开条例》编制本报告。',
      '示例市商务局',
      2023,
      '市商务局2023年政府信息公开工作年度报告',
    ],
    ['年度 twice', '云溪县示例局2023年度政府信息公开工作年度报告', '云溪县示例局', 2023],
    ['the year first', '2023年度云溪县示例局政府信息公开年度报告', '云溪县示例局', 2023],
    ['the year first, a city', '2024年青禾市政府信息公开工作年度报告', '青禾市人民政府', 2024],
    ['the year inside the name', '青禾市示例局政府信息公开工作2024年度报告', '青禾市示例局', 2024],
    ['工作的年度报告', '青禾市示例局2025年政府信息公开工作的年度报告', '青禾市示例局', 2025],
    ['信息公开 after 人民政府', '2023年青禾市云溪区人民政府信息公开工作年度报告', '青禾市云溪区人民政府', 2023],
    ['政府信息公开工作报告', '青禾市示例局2023年政府信息公开工作报告', '青禾市示例局', 2023],
    ['(文字版)', '青禾市示例局2023年度政府信息公开年度报告(文字版)', '青禾市示例局', 2023],
    ['关于', '青禾市示例局关于2023年度政府信息公开工作情况的报告', '青禾市示例局', 2023],
    ['the year in brackets', '云溪县示例局政府信息公开工作年度报告(2023年度)', '云溪县示例局', 2023],
    ['the body in brackets', '2023年政府信息公开工作年度报告(云溪县示例局)', '云溪县示例局', 2023],
    [
      'full-width brackets with a second name',
      '云溪县司法局（县行政复议局）2023年政府信息公开工作年度报告',
      '云溪县司法局',
      2023,
    ],
    ['Chinese numerals', '青禾市示例局二〇二三年政府信息公开工作年度报告', '青禾市示例局', 2023],
    [
      'broken before 年度报告',
      '青禾市临江街道2023年政府信息公开工作\n年度报告',
      '青禾市临江街道',
      2023,
      '青禾市临江街道2023年政府信息公开工作年度报告',
    ],
    [
      'broken after the body',
      '示例市示例局\n2023年度政府信息公开工作年度报告',
      '示例市示例局',
      2023,
      '示例市示例局2023年度政府信息公开工作年度报告',
    ],
    [
      'three lines',
      '示例市示例局\n2023年度政府信息公开\n工作年度报告',
      '示例市示例局',
      2023,
      '示例市示例局2023年度政府信息公开工作年度报告',
    ],
    [
      'printed twice',
      '示例市示例局2023年政府信息公开工作年度报告\n示例市示例局2023年政府信息公开工作年度报告',
      '示例市示例局',
      2023,
      '示例市示例局2023年政府信息公开工作年度报告',
    ],
    [
      'a menu above',
      '规章\n行政处罚\n示例市示例局2023年政府信息公开工作年度报告',
      '示例市示例局',
      2023,
      '示例市示例局2023年政府信息公开工作年度报告',
    ],
    [
      'residue pipes',
      '示例市示例局2023年政府信息公开工作年度报告 | |||||||||',
      '示例市示例局',
      2023,
      '示例市示例局2023年政府信息公开工作年度报告',
    ],
    [
      'a site before it on the line',
      '青禾市人民政府门户网站 示例市示例局2023年政府信息公开工作年度报告',
      '示例市示例局',
      2023,
      '示例市示例局2023年政府信息公开工作年度报告',
    ],
    [
      'after metadata and a menu',
      '首页 > 政府信息公开 > 政府信息公开年报\n索 引 号: 000014349/2024-00712\n发文机关: 青禾市人民政府\n示例市示例局2023年政府信息公开工作年度报告',
      '示例市示例局',
      2023,
      '示例市示例局2023年政府信息公开工作年度报告',
    ],
    [
      'another work beside it',
      '云溪县示例局2023年度法定主动公开工作暨政府信息公开年度报告',
      '云溪县示例局',
      2023,
      '云溪县示例局2023年度法定主动公开工作暨政府信息公开年度报告',
    ],
    [
      'announced on a line of its own',
      '现将云溪县示例局2023年政府信息公开年度报告公布如下',
      '云溪县示例局',
      2023,
      '云溪县示例局2023年政府信息公开年度报告',
    ],
    [
      'only inside 《》',
      '现公布《云溪县示例局2023年政府信息公开工作年度报告》,请监督。',
      '云溪县示例局',
      2023,
      '云溪县示例局2023年政府信息公开工作年度报告',
    ],
    [
      'at the head of the first sentence',
      '云溪县示例局2023年政府信息公开工作年度报告根据《中华人民共和国政府信息公开条例》编制。',
      '云溪县示例局',
      2023,
      '云溪县示例局2023年政府信息公开工作年度报告',
    ],
    [
      'run together with the text',
      '示例市示例局2023年政府信息公开工作年度报告 本报告依据有关要求编制。',
      '示例市示例局',
      2023,
      '示例市示例局2023年政府信息公开工作年度报告',
    ],
    [
      'no year anywhere in title or period: the topic of the sentences',
      '示例市示例局政府信息公开工作年度报告',
      '示例市示例局',
      2022,
    ],
    ['truncated', '工作年度报告', null, 2022, '工作年度报告'],
    ['garbled', '云溪县示例局2023年工作告年度报', '云溪县示例局', 2023],
    [
      'Traditional',
      '雲溪縣示例局2023年政府信息公開工作年度報告',
      '云溪县示例局',
      2023,
      '雲溪縣示例局2023年政府信息公開工作年度報告',
    ],
    ['none', '', null, 2022, null],
    ['half a year is none', '示例市示例局2023年上半年政府信息公开工作报告', null, 2022, null],
  ];
  test.each(cases)('%s', (_, text, agency, year, title = text) => {
    const metadata = metadataOf(`${text}\n${INTRO}\n${BODY}`);
    expect({ title: metadata.title, agency: metadata.agency, year: metadata.year }).toEqual({ title, agency, year });
  });

  test('a title that only the page has', () => {
    const metadata = metadataOf(`${INTRO}\n${BODY}`, {
      title: '示例市示例局2023年政府信息公开工作年度报告_青禾市人民政府',
    });
    expect(metadata).toMatchObject({
      title: '示例市示例局2023年政府信息公开工作年度报告',
      titlePlace: null,
      agency: '示例市示例局',
      year: 2023,
    });
  });

  test.each([
    ['2023年政府信息公开工作年度报告 - 青禾市示例局', '青禾市示例局'],
    ['2023年政府信息公开工作年度报告 - 青禾市人民政府', null],
    ['2023年政府信息公开工作年度报告 | 青禾市示例局2023年政府信息公开工作年度报告', '青禾市示例局'],
  ])('a title that only the page has: %s', (title, agency) => {
    expect(metadataOf(`${INTRO}\n${BODY}`, { title })).toMatchObject({ agency, year: 2023 });
  });

  test('of several titles, the one of the year of the statistics', () => {
    const text =
      '示例市示例局2022年政府信息公开工作年度报告\n示例市示例局2023年政府信息公开工作年度报告\n统计期限自2023年1月1日起至2023年12月31日止。';
    expect(metadataOf(text)).toMatchObject({ year: 2023, titlePlace: { line: 2 } });
  });

  test('the year is never that of publication', () => {
    const text =
      '发布日期:2023-03-01\n示例市示例局政府信息公开工作年度报告\n统计期限自2021年1月1日起至2021年12月31日止。';
    expect(metadataOf(text)).toMatchObject({ year: 2021, publishedOn: '2023-03-01' });
  });
});
