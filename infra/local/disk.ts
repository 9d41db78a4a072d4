/** Trouble with the data folder, in words for its owner: what is wrong, and what to do. */

/** What is the matter with the disk or a file on it. */
export type DiskTrouble = 'full' | 'read-only' | 'damaged' | 'failing';

/** The state cannot be kept (any more): the process has to end, and what was accepted is there at the next start. */
export class DiskError extends Error {
  override readonly name = 'DiskError';
  readonly trouble: DiskTrouble;
  /** The file or folder. */
  readonly path: string;
  constructor(trouble: DiskTrouble, path: string, cause: unknown) {
    super(`${path}: ${trouble} (${(cause as Error).message})`, { cause });
    this.trouble = trouble;
    this.path = path;
  }
}

/** Primary result codes of SQLite: https://www.sqlite.org/rescode.html */
const SQLITE: Readonly<Record<number, DiskTrouble>> = {
  8: 'read-only',
  10: 'failing',
  11: 'damaged',
  13: 'full',
  14: 'read-only',
  26: 'damaged',
};
/** https://man7.org/linux/man-pages/man3/errno.3.html */
const SYSTEM: Readonly<Record<string, DiskTrouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EIO: 'failing',
};

const WORDS: Readonly<Record<DiskTrouble, string>> = {
  full: '磁盘已满，无法保存。请腾出空间后再启动，已接收的文件会接着处理。',
  'read-only': '数据目录不可写。请检查权限，或用 --data 换一个目录。',
  damaged: '数据文件已损坏。请把它移到别处（不要删除）后再启动。',
  failing: '读写数据文件时出错。请检查磁盘后再启动，已接收的文件会接着处理。',
};

export function diskWords({ trouble, path, message }: DiskError): string {
  return `${path}：${WORDS[trouble]} (${message})`;
}

const told: DiskError[] = [];
const first = Promise.withResolvers<DiskError>();

/** Resolves at the first trouble, whatever has caught its error since. */
export const diskTrouble: Promise<DiskError> = first.promise;

/** What went wrong so far, the first of it first. */
export const diskTroublesSoFar = (): readonly DiskError[] => told;

/**
 * Does some work on a file; an error of the disk is remembered and thrown as a {@link DiskError}.
 * @throws DiskError, and every other error as it is
 */
export function onDisk<Done>(path: string, work: () => Done): Done {
  try {
    return work();
  } catch (error) {
    const { errcode = 0, code = '' } = error as { errcode?: number; code?: string };
    // Extended codes keep the primary one in the lowest byte.
    const trouble = SQLITE[errcode & 0xff] ?? SYSTEM[code];
    if (trouble === undefined) throw error;
    const said = new DiskError(trouble, path, error);
    told.push(said);
    first.resolve(said);
    throw said;
  }
}
