/** Files and folders named on the command line → objects in the bucket. */
import { basename, normalize, relative, sep } from 'node:path';
import { listFiles } from '../../shared/cli/files.ts';

export interface Upload {
  path: string;
  key: string;
}

/**
 * What to upload, in the order named. The key is the name of the file, or its path below the folder that was named;
 * where another file has that key already, the whole path.
 * @throws UsageError for a path that is not there or cannot be read
 */
export async function findUploads(paths: readonly string[]): Promise<Upload[]> {
  const uploads: Upload[] = [];
  const owners = new Map<string, string>();
  for (const named of paths) {
    for (const path of await listFiles([named])) {
      const short = path === named ? basename(path) : relative(named, path);
      const taken = (owners.get(short) ?? path) !== path;
      owners.set(short, owners.get(short) ?? path);
      const key = taken ? normalize(path).replace(/^([.]{2}[/\\])+|^[/\\]+/, '') : short;
      uploads.push({ path, key: key.split(sep).join('/') });
    }
  }
  return uploads;
}
