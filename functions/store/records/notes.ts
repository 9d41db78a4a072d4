/** Notes of explanation (情况说明) that an office wrote about findings of its report: one item each, never changed. */
import { batchGet } from '../table/batch.ts';
import { putItem } from '../table/items.ts';
import { queryAll, queryPage } from '../table/query.ts';

export interface Note {
  /** Of the findings that it is about. */
  fingerprints: string[];
  text: string;
  by: string;
  /** Whom the gateway knew them as; `null` on the laptop. */
  identity: string | null;
  at: string;
}

const PREFIX = 'NOTE#';
/** Index partition of all notes, by time. */
const NOTES = 'NOTES';

export async function putNote(report: string, note: Note): Promise<void> {
  const sk = `${PREFIX}${note.at}#${note.fingerprints[0] ?? ''}`;
  await putItem({ pk: `REPORT#${report}`, sk, ...note, gsi1pk: NOTES, gsi1sk: note.at });
}

/** Of one report, the earliest first. */
export async function readNotes(report: string): Promise<Note[]> {
  return (await queryAll({ partition: `REPORT#${report}`, prefix: PREFIX })).map(toNote);
}

/** The latest of all reports, the latest first. */
export async function latestNotes(most: number): Promise<(Note & { report: string })[]> {
  const { items } = await queryPage({ index: 'gsi1', partition: NOTES, prefix: '', backwards: true }, most);
  const keys = items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
  const found = new Map((await batchGet(keys)).map((item) => [`${item.pk} ${item.sk}`, item]));
  return keys.flatMap(({ pk, sk }) => {
    const item = found.get(`${pk} ${sk}`);
    return item === undefined ? [] : [{ ...toNote(item), report: pk.slice('REPORT#'.length) }];
  });
}

function toNote({ fingerprints, text, by, identity, at }: Record<string, unknown>): Note {
  return { fingerprints, text, by, identity, at } as Note;
}
