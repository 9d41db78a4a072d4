/** Changes of packed files: their parts by what they are, and a directory that lies. */
import { crc32, deflateRawSync } from 'node:zlib';
import { unzip, zipEntries } from '../../../shared/document/zip.ts';
import type { Random } from '../random.ts';
import { mutateBytes } from './bytes.ts';
import { mutateMarkup } from './markup.ts';
import { mutateXml } from './xml.ts';

interface Member {
  name: string;
  data: Uint8Array;
}
/** Fields of a directory entry that say something else than the data. */
interface Lie {
  size?: number;
  packed?: number;
  method?: number;
  flags?: number;
  offset?: number;
}

const XML = /\.(?:xml|rels|html?|txt)$/i;
const MAIN = /(?:document|content|sheet1|styles|sharedStrings|Content_0|OFD)\.xml$/i;
const NAMES = [
  '../../etc/passwd',
  '/abs',
  'a\\b',
  'x'.repeat(300),
  '__proto__',
  'constructor',
  'word/document.xml',
  'xl/workbook.xml',
  'META-INF/manifest.xml',
  'OFD.xml',
  'a/',
  'mimetype',
];
const LIES: Lie[] = [
  { size: 0 },
  { size: 10 },
  { size: 0xffffffff },
  { method: 99 },
  { method: 0 },
  { flags: 1 },
  { flags: 8 },
  { offset: 0 },
  { offset: 0xfffffff0 },
  { packed: 3 },
  { packed: 0xffffffff },
];
const MAX_BYTES = 1 << 26;

type Change = (members: Member[], member: Member, random: Random) => void;

const text = ({ data }: Member) => Buffer.from(data).toString();
const CHANGES: Change[] = [
  ...Array.from(
    { length: 15 },
    (): Change => (_members, member, random) => {
      member.data = Buffer.from(mutateXml(random, text(member)));
    },
  ),
  (_members, member, random) => {
    member.data = Buffer.from(mutateMarkup(random, text(member)));
  },
  (members, member, random) =>
    void members.push({ name: member.name, data: Buffer.from(mutateMarkup(random, text(member))) }),
  (members, member) => void members.splice(members.indexOf(member), 1),
  (_members, member) => {
    member.data = Buffer.alloc(0);
  },
  (_members, member, random) => {
    member.data = mutateBytes(random, member.data);
  },
  (_members, member, random) => {
    member.name = random.pick(NAMES);
  },
];

function membersOf(bytes: Uint8Array): Member[] {
  return zipEntries(bytes).map((entry) => ({ name: entry.name, data: unzip(bytes, entry, MAX_BYTES) }));
}

export function mutateZip(random: Random, bytes: Uint8Array): Buffer {
  const members = membersOf(bytes);
  for (let times = random.int(1, 3); times > 0 && members.length > 0; times--) {
    const main = members.filter(({ name }) => MAIN.test(name));
    const parts = random.chance(0.7) && main.length > 0 ? main : members.filter(({ name }) => XML.test(name));
    random.pick(CHANGES)(members, random.pick(parts.length > 0 ? parts : members), random);
  }
  const liar = random.chance(0.1) ? random.pick(members) : undefined;
  return zipped(members, (member) => (member === liar ? random.pick(LIES) : {}));
}

/** A ZIP of the members, in which the directory says of each what `lie` gives. */
export function zipped(members: readonly Member[], lie: (member: Member) => Lie = () => ({})): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const name = Buffer.from(member.name);
    const packed = deflateRawSync(member.data);
    const said = { size: member.data.length, packed: packed.length, method: 8, flags: 0x800, offset, ...lie(member) };
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(said.flags, 2);
    common.writeUInt16LE(said.method, 4);
    common.writeUInt32LE(crc32(member.data), 10);
    common.writeUInt32LE(said.packed, 14);
    common.writeUInt32LE(said.size, 18);
    common.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), common, name, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(said.offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, name);
    offset += 4 + common.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
