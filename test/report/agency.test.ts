import { describe, expect, test } from 'vitest';
import { metadataOf } from './metadata-support.ts';

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
  test.each(cases)('%s', (_, text, agency) => expect(metadataOf(text).agency).toBe(agency));
});
