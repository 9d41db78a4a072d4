import { describe, expect, test } from 'vitest';
import { BODY, INTRO, metadataOf } from './metadata-support.ts';

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
    ['发文日期:\n2024-01-15\n发布日期:\n2024-01-19', '2024-01-19'],
  ];
  test.each(published)('published: %s', (printed, iso) => {
    expect(metadataOf(`${printed}\n示例市示例局2023年政府信息公开工作年度报告\n${INTRO}`).publishedOn).toBe(iso);
  });

  test('published, as the page says outside its body', () => {
    expect(metadataOf(INTRO, { published: '2024-01-22 11:00:03' }).publishedOn).toBe('2024-01-22');
  });

  test('成文日期 is a date of making', () => {
    expect(metadataOf(`成文日期:2024-01-09\n${INTRO}`).dates).toEqual([
      { kind: 'created', iso: '2024-01-09', text: '2024-01-09', place: { line: 1 } },
    ]);
  });

  const signed: [printed: string, on: string | null, by: string | null][] = [
    ['云溪县示例局办公室\n2024年2月6日', '2024-02-06', '云溪县示例局办公室'],
    ['云溪县示例局\n二〇二四年一月二十日', '2024-01-20', '云溪县示例局'],
    ['云溪县示例局 2024年2月6日', '2024-02-06', '云溪县示例局'],
    ['2024年2月6日', '2024-02-06', null],
    ['云溪县示例局\n2024.2.6', '2024-02-06', '云溪县示例局'],
    ['(云溪县示例局)\n2024年2月6日', '2024-02-06', '云溪县示例局'],
    ['云溪县示例局\n2024年2月6日印发', '2024-02-06', '云溪县示例局'],
    ['本办法自2024年2月6日起施行。', null, null],
    ['2024年2月', null, null],
  ];
  test.each(signed)('signed: %s', (printed, signedOn, signedBy) => {
    expect(metadataOf(`${INTRO}\n${BODY}\n\n   ${printed}\n扫一扫在手机打开当前页`)).toMatchObject({
      signedOn,
      signedBy,
    });
  });

  test('a date in brackets under the title is the signature', () => {
    const text = `示例市示例局\n2023年度政府信息公开工作年度报告\n(2024年1月21日)\n${INTRO}`;
    expect(metadataOf(text)).toMatchObject({ signedOn: '2024-01-21', signedBy: null, publishedOn: null });
  });
});
