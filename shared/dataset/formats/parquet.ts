/** Parquet, a row group at a time. Nothing there and printed without a number are both null: other columns say which. */
import type { ColumnSource, Writer } from 'hyparquet-writer';
import type { Column, ColumnType, Row, Value } from '../types.ts';
import type { OpenTable } from './types.ts';

type Schema = NonNullable<Parameters<typeof import('hyparquet-writer')['parquetWrite']>[0]['schema']>;

/** Values of one row group: what is held in memory. */
const VALUES_A_GROUP = 250_000;

const TYPES: Readonly<Record<ColumnType, Omit<Schema[number], 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  code: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
  flag: { type: 'BOOLEAN' },
};

export const openParquet: OpenTable = async (sink, { columns, about }) => {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const buffer: Writer & { index: number } = new ByteWriter();
  const flush = async () => {
    const bytes = new Uint8Array(buffer.buffer.slice(0, buffer.index));
    buffer.index = 0;
    await sink.write(bytes);
  };
  buffer.flush = flush;
  buffer.finish = flush;
  const kvMetadata = Object.entries(about).map(([key, value]) => ({ key: `gouji.${key}`, value }));
  const file = new ParquetWriter({ writer: buffer, schema: schemaOf(columns), kvMetadata, createdBy: 'gouji' });
  const rowsAGroup = Math.max(1, Math.floor(VALUES_A_GROUP / columns.length));
  let waiting: Row[] = [];
  const group = async () => {
    const rowGroupSize = waiting.length;
    const columnData = columns.map((column, i) => dataOf(column, waiting, i));
    waiting = [];
    await file.write({ columnData, rowGroupSize });
  };
  return {
    async write(rows) {
      for (const row of rows) {
        waiting.push(row);
        if (waiting.length === rowsAGroup) await group();
      }
    },
    async end() {
      if (waiting.length > 0) await group();
      await file.finish();
      await sink.end();
    },
  };
};

function schemaOf(columns: readonly Column[]): Schema {
  const leaves = columns.map(({ name, type, required }) => ({
    ...TYPES[type],
    name,
    repetition_type: required ? ('REQUIRED' as const) : ('OPTIONAL' as const),
  }));
  return [{ name: 'root', num_children: leaves.length }, ...leaves];
}

function dataOf({ name, type, required }: Column, rows: readonly Row[], at: number): ColumnSource {
  const data = rows.map((row) => stored(type, row[at]));
  return { name, data, nullable: required !== true };
}

function stored(type: ColumnType, value: Value): Exclude<Value, undefined> | Date {
  if (value === undefined || value === null) return null;
  return type === 'date' ? new Date(`${value}T00:00:00Z`) : value;
}
