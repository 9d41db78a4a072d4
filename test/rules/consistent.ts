/** Random tables in which every sum is right, and a narrative that says the truth about them. */
import fc from 'fast-check';
import {
  type CellAddress,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  type FormEdition,
  REQUEST_COLUMNS,
  RESULT_ROWS,
  requestRows,
} from '../../shared/domain/addresses.ts';

const APPLICANTS = REQUEST_COLUMNS.slice(0, -1);
/** Most cells of real tables are 0. */
const count = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) });

/** Cells of tables 3 and 4: results and outcomes at random, everything else made from them. */
export function consistentCells(format: FormEdition): fc.Arbitrary<Map<CellAddress, number>> {
  const rows = RESULT_ROWS.filter((row) => requestRows(format).includes(row));
  const column = fc.record({
    results: fc.array(count, { minLength: rows.length, maxLength: rows.length }),
    carriedOut: count,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const six = fc.tuple(column, column, column, column, column, column);
  const four = fc.tuple(count, count, count, count);
  return fc.record({ six, blocks: fc.tuple(four, four, four) }).map(({ six, blocks }) => {
    const cells = new Map<CellAddress, number>();
    const put = (row: string, column: string, value: number) => {
      const address = `requests.${row}.${column}` as CellAddress;
      const total = `requests.${row}.total` as CellAddress;
      cells.set(address, value);
      cells.set(total, (cells.get(total) ?? 0) + value);
    };
    for (const [index, { results, carriedOut, share }] of six.entries()) {
      const applicant = APPLICANTS[index] as string;
      const done = results.reduce((sum, value) => sum + value, 0);
      const carriedIn = Math.floor((done + carriedOut) * share);
      for (const [position, row] of rows.entries()) put(row, applicant, results[position] as number);
      put('total', applicant, done);
      put('carriedOut', applicant, carriedOut);
      put('carriedIn', applicant, carriedIn);
      put('received', applicant, done + carriedOut - carriedIn);
    }
    for (const [index, block] of DISPUTE_BLOCKS.entries()) {
      const outcomes = blocks[index] as readonly number[];
      const values = [...outcomes, outcomes.reduce((sum, value) => sum + value, 0)];
      for (const [position, name] of DISPUTE_COLUMNS.entries()) {
        cells.set(`disputes.${block}.${name}`, values[position] as number);
      }
    }
    return cells;
  });
}

/** The narrative of the example report with these numbers in it. */
export function truthfulText(cells: ReadonlyMap<CellAddress, number>): Record<'overview' | 'disputes', string[]> {
  const requests = (row: string) => cells.get(`requests.${row}.total` as CellAddress) ?? 0;
  const group = (name: string) =>
    RESULT_ROWS.filter((row) => row.startsWith(`${name}.`)).reduce((sum, row) => sum + requests(row), 0);
  const disputes = (block: string, column = 'total') => cells.get(`disputes.${block}.${column}` as CellAddress) ?? 0;
  const outcome = (column: string) => disputes('reconsideration', column);
  return {
    overview: [
      '（一）主动公开情况',
      '全年通过门户网站公开政府信息426条，制发行政规范性文件6件，废止2件，现行有效31件。',
      '（二）依申请公开情况',
      `2023年，本机关新收政府信息公开申请${requests('received')}件，上年结转${requests('carriedIn')}件；办结${requests('total')}件，其中予以公开${requests('granted')}件、部分公开${requests('partiallyGranted')}件、不予公开${group('denied')}件、无法提供${group('unavailable')}件、不予处理${group('notProcessed')}件、其他处理${group('other')}件；结转下年度继续办理${requests('carriedOut')}件。`,
      '（三）政府信息管理情况',
      '严格执行发布审查制度，动态调整政府信息公开目录。',
      '（四）平台建设情况',
      '完成门户网站栏目优化，按月检查政务新媒体的更新情况。',
      '（五）监督保障情况',
      '将政府信息公开纳入年度考核，组织培训2次，接受社会评议，全年未发生需要追究责任的情形。',
    ],
    disputes: [
      `2023年，本机关因政府信息公开工作被申请行政复议${disputes('reconsideration')}件，其中结果维持${outcome('upheld')}件、结果纠正${outcome('corrected')}件、其他结果${outcome('otherResult')}件、尚未审结${outcome('pending')}件；被提起行政诉讼${disputes('directLitigation') + disputes('litigationAfterReconsideration')}件。`,
    ],
  };
}
