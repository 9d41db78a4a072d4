/** A report read from the bytes on, of which only the first lines differ. */
import { readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { readReport } from '../../shared/report/read.ts';
import type { Report } from '../../shared/report/types.ts';

/** A report that names neither agency nor year. */
const BODY = `一、总体情况
认真做好政府信息公开工作。
二、主动公开政府信息情况
第二十条第(五)项
信息内容
本年处理决定数量
行政许可
3
第二十条第(六)项
信息内容
本年处理决定数量
行政处罚
2
行政强制
0
第二十条第(八)项
信息内容
本年收费金额(单位:万元)
行政事业性收费
0
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
将加强培训。
六、其他需要报告的事项
无。`;

/** The report with these lines above its body. */
export async function reportUnder(head: string): Promise<Report> {
  const bytes = new TextEncoder().encode(`${head}\n${BODY}`);
  const [file] = await readDocuments({ name: 'report.txt', bytes });
  if (!file || file.document instanceof UnreadableError) throw new Error('not read');
  return readReport(file.document);
}
