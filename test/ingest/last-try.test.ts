/** What becomes of a file that cannot be processed, and of objects that are no files. */
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Context, SQSEvent } from 'aws-lambda';
import { beforeAll, expect, test, vi } from 'vitest';
import { MOST_TRIES } from '../../functions/ingest/work.ts';
import { logger } from '../../functions/platform/logging.ts';
import { getRecord } from '../../functions/store/records/records.ts';
import { reportId } from '../../shared/record.ts';
import { useEngines } from '../support/engines.ts';
import { reportText } from '../support/report.ts';

const engines = useEngines();
const Bucket = 'reports';
let handler: typeof import('../../functions/ingest/handler.ts').handler;
beforeAll(async () => {
  ({ handler } = await import('../../functions/ingest/handler.ts'));
});

async function deliver(Key: string, tries: number): Promise<number> {
  await new S3Client({}).send(new PutObjectCommand({ Bucket, Key, Body: Key.endsWith('/') ? '' : reportText() }));
  const body = engines().waiting('ingest').at(-1) as string;
  const message = { messageId: 'm', receiptHandle: 'r', body, attributes: { ApproximateReceiveCount: String(tries) } };
  const context = { getRemainingTimeInMillis: () => 100_000 } as Context;
  return (await handler({ Records: [message] } as unknown as SQSEvent, context)).batchItemFailures.length;
}

test('the last try says in the record that the file could not be processed, and one event tells it', async () => {
  expect(await deliver('never.txt', MOST_TRIES)).toBe(0);
  const record = await getRecord(reportId(Bucket, 'never.txt'));
  expect(record?.result).toMatchObject({ status: 'unreadable', findings: [{ rule: 'FILE.NOT-PROCESSED' }] });
  const events = engines()
    .waiting('notify')
    .map((body) => JSON.parse(body));
  expect(events.filter(({ detail }) => detail.key === 'never.txt')).toHaveLength(1);
  await deliver('never.txt', 1);
  expect((await getRecord(reportId(Bucket, 'never.txt')))?.result.status).toBe('passed');
});

test.each(['folder/', 'a/.DS_Store', 'Thumbs.db', 'desktop.ini', '~$报告.docx', '.keep'])(
  '%s makes no record, and one line in the log',
  async (key) => {
    const said = vi.spyOn(logger, 'info');
    expect(await deliver(key, 1)).toBe(0);
    expect(await getRecord(reportId(Bucket, key))).toBeNull();
    const lines = said.mock.calls.filter(([line]) => line === 'no report: left by a program');
    expect(lines.map(([, more]) => more)).toEqual([{ key }]);
    said.mockRestore();
  },
);
