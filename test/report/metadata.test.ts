import { describe, expect, test } from 'vitest';
import { readMetadata } from '../../shared/report/metadata/read.ts';
import { documentWith, proseFrom } from './metadata-support.ts';

const read = (text: string, outside = {}) => readMetadata(proseFrom(text), documentWith(outside));

const INTRO =
  '本报告依据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》(国办公开办函〔2021〕30号)要求编制。';
const BODY = '一、总体情况\n2022年,我局公开信息423条。上年结转6件。\n六、其他需要报告的事项\n无。';

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
    const metadata = read(`${text}\n${INTRO}\n${BODY}`);
    expect({ title: metadata.title, agency: metadata.agency, year: metadata.year }).toEqual({ title, agency, year });
  });

  test('a title that only the page has', () => {
    const metadata = read(`${INTRO}\n${BODY}`, { title: '示例市示例局2023年政府信息公开工作年度报告_青禾市人民政府' });
    expect(metadata).toMatchObject({
      title: '示例市示例局2023年政府信息公开工作年度报告',
      titlePlace: null,
      agency: '示例市示例局',
      year: 2023,
    });
  });

  test('of several titles, the one of the year of the statistics', () => {
    const text =
      '示例市示例局2022年政府信息公开工作年度报告\n示例市示例局2023年政府信息公开工作年度报告\n统计期限自2023年1月1日起至2023年12月31日止。';
    expect(read(text)).toMatchObject({ year: 2023, titlePlace: { line: 2 } });
  });

  test('the year is never that of publication', () => {
    const text =
      '发布日期:2023-03-01\n示例市示例局政府信息公开工作年度报告\n统计期限自2021年1月1日起至2021年12月31日止。';
    expect(read(text)).toMatchObject({ year: 2021, publishedOn: '2023-03-01' });
  });
});

describe('the body of a report without title', () => {
  const cases: [where: string, text: string, agency: string | null][] = [
    ['与X联系', '如有疑问,请与云溪县示例局联系(电话:0000-0000000)。', '云溪县示例局'],
    [
      'its inner office is not the body',
      '如有疑问,请与青禾市临江街道办事处办公室联系(地址:临江路)。',
      '青禾市临江街道办事处',
    ],
    ['由X编制', '本报告由云溪县管理委员会办公室根据有关要求编制而成。', '云溪县管理委员会办公室'],
    ['X根据条例', '云溪县示例局根据《中华人民共和国政府信息公开条例》编制本报告。', '云溪县示例局'],
    [
      'a county speaks through a department',
      '请与云溪县数据局联系。\n一、总体情况\n我县公开信息,我县未发生诉讼,全县无结转。',
      '云溪县',
    ],
    [
      'a county government speaks through its office',
      '请与云溪县人民政府办公室联系。\n一、总体情况\n我县公开信息,全县无结转。',
      '云溪县人民政府',
    ],
    [
      'a department that mentions the county once',
      '请与云溪县数据局联系。\n一、总体情况\n我局公开信息,我局未发生诉讼,全县无结转。',
      '云溪县数据局',
    ],
    ['signature', '我局公开信息。\n六、其他需要报告的事项\n无。\n云溪县示例局\n2024年1月10日', '云溪县示例局'],
    ['metadata', '发布机构:云溪县示例局 公开范围:全部公开\n我局公开信息。', '云溪县示例局'],
    ['我局 is no name', '请与我局联系。', null],
    ['a verb before the name', '根据有关规定,现公布示例市示例局2023年政府信息公开工作年度报告。', '示例市示例局'],
    ['two verbs', '按照要求,梳理编制云溪县示例局2023年度政府信息公开年报。', '云溪县示例局'],
    ['特编制', '特编制云溪县示例局2023年政府信息公开工作年度报告,请监督。', '云溪县示例局'],
    ['现将', '现将云溪县示例局2023年度政府信息公开情况报告如下。', '云溪县示例局'],
    ['现将我局', '现将我局2023年度政府信息公开情况报告如下。', null],
    ['the year inside the name', '现公开云溪县示例局政府信息公开2023年度工作报告。', '云溪县示例局'],
    [
      'an office that plans posts keeps its name',
      '本报告由云溪县委机构编制委员会办公室编制。',
      '云溪县委机构编制委员会办公室',
    ],
    [
      'the subject of the first sentence, with any verb',
      '2023年,云溪县示例和宗教事务局贯彻落实有关规定,公开信息。',
      '云溪县示例和宗教事务局',
    ],
    ['the subject behind a clause', '2023年,在县委的坚强领导下,云溪县示例局聚焦群众关切,公开信息。', '云溪县示例局'],
    ['alone on the first line', '云溪县示例局\n公开信息423条。', '云溪县示例局'],
    ['a contact without a verb', '如有疑问请与云溪县示例局(地址:云溪县示例路1号,电话:000)。', '云溪县示例局'],
    ['an office that writes for its town', '本报告由示例镇人民政府党政办公室编制。', '示例镇人民政府'],
    ['an office that writes for its street', '本报告由云溪区临江街道办事处综合办公室编制。', '云溪区临江街道办事处'],
    ['a county is no agency because its verb follows', '请各单位按照要求报送。', null],
    ['an unnamed office is no name', '请与局办公室联系。', null],
  ];
  test.each(cases)('%s', (_, text, agency) => expect(read(text).agency).toBe(agency));
});

describe('period', () => {
  const year = { from: '2023-01-01', to: '2023-12-31' };
  const cases: [printed: string, period: { from: string; to: string } | null][] = [
    ['统计期限自2023年1月1日起至2023年12月31日止。', year],
    ['统计时段从2023年1月1日到2023年12月31日止。', year],
    ['统计起止时间为2023年1月1日至2023年12月31日。', year],
    ['统计周期为2023年1月1日至12月31日。', year],
    ['数据的统计时限为2023年1月1日起,至12月31日。', year],
    ['统计范围:2023年1月1日-12月31日。', year],
    ['统计时限2023年1月1日—2023年12月31日。', year],
    ['统计期限自2023年1月1日至2023年12月31止。', year],
    ['统计期限自2023年1月1日至2023年11月31日止。', { from: '2023-01-01', to: '2023-11-31' }],
    ['统计期限自 2023 年 1 月 1 日起至 2023 年 12 月 31 日止。', year],
    ['统计期限自20231月1日至202312月31日。', year],
    ['统计期限自202311日至1231日。', year],
    ['统计期限自二〇二三年一月一日起至二〇二三年十二月三十一日止。', year],
    ['数据统计时限为2023.1.1-2023.12.31。', year],
    ['涵盖2023年1月1日至2023年12月31日期间的工作。', year],
    ['数据截止日期为2023年12月31日。', year],
    ['统计期限自2022年1月1日起至2023年12月31日止。', { from: '2022-01-01', to: '2023-12-31' }],
    ['统计期限自2023年7月1日起至2023年12月31日止。', { from: '2023-07-01', to: '2023-12-31' }],
    ['活动自2023年3月1日起至2023年4月1日止。', null],
    ['根据国办公开办函〔2021〕30号编制。', null],
  ];
  test.each(cases)('%s', (printed, period) => {
    const found = read(`示例市示例局年度报告\n${printed}\n${BODY}`).period;
    expect(found && { from: found.from, to: found.to }).toEqual(period);
  });

  test('under part one, with its place', () => {
    const text = '一、总体情况\n2023年,我局公开信息。\n统计期限自2023年1月1日起至2023年12月31日止。';
    expect(read(text)).toMatchObject({ year: 2023, period: { ...year, place: { line: 3 } } });
  });
});

describe('dates', () => {
  const published: [printed: string, iso: string | null][] = [
    ['公开日期:2024-03-07', '2024-03-07'],
    ['生成日期:2024-02-19 公开时限: 常年公开', '2024-02-19'],
    ['发 布 日 期: 2024年1月9日', '2024-01-09'],
    ['发布时间：2024/1/9 10:09', '2024-01-09'],
    ['【发布时间】 2024.01.09', '2024-01-09'],
    ['| 发布日期 | 2024-01-09 | |', '2024-01-09'],
    ['发布日期:\n2024-01-09', '2024-01-09'],
    ['来源:插旗镇 2024-03-07 15:01', '2024-03-07'],
    ['2024-01-09 09:30', '2024-01-09'],
    ['发布日期: 2024-02-19 10:09 浏览次数: 字体:[ ]', '2024-02-19'],
    ['生成日期:2024-03-07\n公开日期:2024-02-01', '2024-02-01'],
    ['索引号:006382564L/2024-2169556', null],
    ['成文日期:2024-01-09', null],
    ['发布日期:2024-13-41', null],
  ];
  test.each(published)('published: %s', (printed, iso) => {
    expect(read(`${printed}\n示例市示例局2023年政府信息公开工作年度报告\n${INTRO}`).publishedOn).toBe(iso);
  });

  test('published, as the page says outside its body', () => {
    expect(read(INTRO, { published: '2024-01-22 11:00:03' }).publishedOn).toBe('2024-01-22');
  });

  test('成文日期 is a date of making', () => {
    expect(read(`成文日期:2024-01-09\n${INTRO}`).dates).toEqual([
      { kind: 'created', iso: '2024-01-09', text: '2024-01-09', place: { line: 1 } },
    ]);
  });

  const signed: [printed: string, on: string | null, by: string | null][] = [
    ['云溪县示例局办公室\n2024年2月6日', '2024-02-06', '云溪县示例局办公室'],
    ['云溪县示例局\n二〇二四年一月二十日', '2024-01-20', '云溪县示例局'],
    ['云溪县示例局 2024年2月6日', '2024-02-06', '云溪县示例局'],
    ['2024年2月6日', '2024-02-06', null],
    ['本办法自2024年2月6日起施行。', null, null],
    ['2024年2月', null, null],
  ];
  test.each(signed)('signed: %s', (printed, signedOn, signedBy) => {
    expect(read(`${INTRO}\n${BODY}\n\n   ${printed}\n扫一扫在手机打开当前页`)).toMatchObject({ signedOn, signedBy });
  });

  test('a date in brackets under the title is the signature', () => {
    const text = `示例市示例局\n2023年度政府信息公开工作年度报告\n(2024年1月21日)\n${INTRO}`;
    expect(read(text)).toMatchObject({ signedOn: '2024-01-21', signedBy: null, publishedOn: null });
  });
});
