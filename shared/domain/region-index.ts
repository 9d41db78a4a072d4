/** Names of regions → GB/T 2260 codes, built once from the region data and our table of former names. */
import { areaList } from '@vant/area-data';
import { FORMER_REGIONS } from './data/former-regions.ts';

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
/** Cities without counties, whose towns the data lists in their place, and Taiwan, Hong Kong and Macao below the top. */
const NO_COUNTIES = /^(4419|4420|4604|6202)(?!00)|^(71|81|82)(?!0000)/;
const PSEUDO_NAMES = new Set(['市辖区', '县', '省直辖县', '自治区直辖县级行政区划']);

/** The code in GB/T 2260 that the data's code stands for; `null` for those of towns and zones that the data made up. */
function officialCode(code: string): string | null {
  if (NO_COUNTIES.test(code)) return null;
  const last = Number(code.slice(4));
  if (last >= 90) return null;
  // 71–79 are the statisticians' codes of development zones: the ground is the city's.
  return last >= 71 && last <= 79 ? `${code.slice(0, 4)}00` : code;
}

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
  const all = { ...areaList.province_list, ...areaList.city_list, ...areaList.county_list };
  for (const [given, name] of Object.entries(all)) {
    const code = officialCode(given);
    if (code === null || PSEUDO_NAMES.has(name)) continue;
    if (code === given) names.set(code, name);
    else zones.add(name);
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
