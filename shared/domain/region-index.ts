/** Names of regions → GB/T 2260 codes, built once from the region data and our table of former names. */
import { FORMER_REGIONS } from './data/former-regions.ts';
import { REGIONS } from './data/regions.ts';

interface AreaIndex {
  /** Codes that bear a full name, the customary one of an autonomous region (恩施州), or a former one. */
  codes: ReadonlyMap<string, readonly string[]>;
  /** Codes of provinces and cities by their bare name (江西, 九江): trusted only before the name of a region in them. */
  bare: ReadonlyMap<string, readonly string[]>;
  /** Current official name of each code. */
  names: ReadonlyMap<string, string>;
  /** Names of development zones: ground of the city whose code they lead to, but no government of it. */
  zones: ReadonlySet<string>;
  longest: number;
}

const AUTONOMOUS =
  /^(.+?)(?:(?:朝鲜|土家|仡佬|布依|哈尼|景颇|傈僳|拉祜|纳西|普米|毛南|仫佬|撒拉|保安|东乡|锡伯|达斡尔|鄂温克|鄂伦春|塔吉克|柯尔克孜|哈萨克|维吾尔|蒙古|满|苗|藏|羌|彝|侗|壮|傣|白|回|瑶|畲|黎|水|佤|怒|独龙|布朗|裕固|土)族?)+(?:各族)?自治([州县旗])$/;
const BARE = /^(.{2,}?)(?:省|市|地区|盟|(?:壮族|回族|维吾尔)?自治区)$/;

function add(map: Map<string, string[]>, name: string, code: string): void {
  const codes = map.get(name);
  if (!codes) map.set(name, [code]);
  else if (!codes.includes(code)) codes.push(code);
}

function build(): AreaIndex {
  const codes = new Map<string, string[]>();
  const bare = new Map<string, string[]>();
  const names = new Map<string, string>();
  const zones = new Set<string>();
  for (const line of REGIONS.split('\n')) {
    const code = line.slice(0, 6);
    const isZone = line[6] === ' ';
    const name = line.slice(isZone ? 7 : 6);
    if (isZone) zones.add(name);
    else names.set(code, name);
    add(codes, name, code);
    // Most names are neither: asked first, this halves the time that the index takes.
    const autonomous = name.includes('自治') ? AUTONOMOUS.exec(name) : null;
    if (autonomous) for (const suffix of ['', '自治']) add(codes, `${autonomous[1]}${suffix}${autonomous[2]}`, code);
    const stem = code.endsWith('00') ? BARE.exec(name)?.[1] : undefined;
    if (stem) add(bare, stem, code);
  }
  for (const [name, code] of Object.entries(FORMER_REGIONS)) add(codes, name, code);
  const longest = Math.max(...[...codes.keys()].map((name) => name.length));
  return { codes, bare, names, zones, longest };
}

let index: AreaIndex | undefined;

export function regionIndex(): AreaIndex {
  index ??= build();
  return index;
}
