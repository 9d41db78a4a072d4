/** Claims about table 2, reworded from real reports (docs/layouts.md 9b), about agencies that do not exist. */
import type { Case } from './types.ts';

export const PROACTIVE: readonly Case[] = [
  {
    sentence: '本年处理行政许可51763件，行政处罚1742件，行政强制82件，一共收取行政事业性收费829万元。',
    claims: 'licensing=51763 penalties=1742 coercion=82 fees=829',
  },
  {
    sentence: '2023年，云溪县制发行政规范性文件8件，废止17件，现行有效件数20件。',
    claims: 'documents.issued=8 documents.repealed=17 documents.inForce=20',
    report: { agency: '云溪县人民政府', level: 'government' },
  },
  { sentence: '收取行政事业性收费共约47.10万元。', claims: 'fees=~47.1' },
  {
    sentence: '规范性文件制发4，清理废止0，现行有效20。',
    claims: 'documents.issued=4 documents.repealed=0 documents.inForce=20',
  },
  { sentence: '694宗行政许可，其中3宗为重大许可。', claims: 'licensing=694' },
  { sentence: '作出行政处罚1宗，未作出行政强制。', claims: 'penalties=1 coercion=0' },
  { sentence: '行政处罚本年处理决定数量803条，行政事业性收费0元。', claims: 'penalties=803 fees=0' },
  { sentence: '许可处理决定1175件。', claims: 'licensing=1175' },
  {
    sentence: '本年度新制发行政规范性文件2件，修改1件，废止规范性文件3件，截至年底现行有效规范性文件28件。',
    claims: 'documents.issued=2 documents.repealed=3 documents.inForce=28',
  },
  { sentence: '2023年，我局公开规范性文件3件。', claims: 'documents.disclosed=3' },
  { sentence: '2023年，全局共作出行政处罚决定1282件，罚没金额3500万元。', claims: 'penalties=1282' },
  {
    sentence: '办理行政许可2293件，同比增长12%；行政处罚1282件，同比下降3%。',
    claims: 'licensing=2293 penalties=1282',
  },
  {
    sentence: '2023年共制定行政规范性文件12件，废止4件，宣布失效2件。',
    claims: 'documents.disclosed=12 documents.repealed=4',
  },
  { sentence: '作出“行政处罚”12件。', claims: 'penalties=12' },
  { sentence: '作出行政处罚12人次。', claims: '' },
  { sentence: '全年印发规范性文件9份。', claims: '' },
  { sentence: '行政事业性收费3件。', claims: '' },
  { sentence: '办理行政许可300件公示于门户网站。', claims: '' },
  { sentence: '扎实做好信息公开，行政许可9件。', claims: 'licensing=9' },
  { sentence: '公开行政处罚12件决定书。', claims: '' },
];
