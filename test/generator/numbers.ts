/** How the numbers of a table are printed (docs/layouts.md §2), and what a reader must make of it. */
import type { CellAddress } from '../../shared/domain/addresses.ts';

/** `value` is what a careful reader takes from `text`: `null` where a blank or a sign stands. */
type NumberForm = (value: number, address: CellAddress) => { text: string; value: number | null };

const signed = /\.change$/;
const isMoney = /\.amount$/;

/** 0/0, -18, +44; in words for the services that are no licences. */
function change(value: number, address: CellAddress): string {
  if (value === 0) return '0/0';
  if (value < 0) return String(value);
  return address.includes('otherServices') ? `增加${value}` : `+${value}`;
}

/** Full-width digits and point. */
const wide = (text: string) =>
  text.replace(/[0-9.]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

export const NUMBER_FORMS = {
  plain: (value) => ({ text: String(value), value }),
  fullWidth: (value) => ({ text: wide(String(value)), value }),
  blankForZero: (value) => (value === 0 ? { text: '', value: null } : { text: String(value), value }),
  slashForZero: (value) => (value === 0 ? { text: '/', value: null } : { text: String(value), value }),
  dashForZero: (value) => (value === 0 ? { text: '-', value: null } : { text: String(value), value }),
  /** Applicants left blank, only 总计 filled. */
  onlyTotals: (value, address) =>
    address.startsWith('requests.') && !address.endsWith('.total')
      ? { text: '', value: null }
      : { text: String(value), value },
  /** `0 | | | | | | 0` */
  zeroAtTheEdges: (value, address) =>
    value === 0 && address.startsWith('requests.') && !/\.(naturalPerson|total)$/.test(address)
      ? { text: '', value: null }
      : { text: String(value), value },
  /** Agencies that may make no regulations say so in the cell. */
  sentences: (value, address) =>
    value === 0 && address.startsWith('proactive.regulations.')
      ? { text: '本单位未制作规章', value: null }
      : { text: String(value), value },
  /** A no-break space that became a question mark: apart in table 2, before or behind in table 3, before in table 4. */
  questionMarks: (value, address) => {
    if (address.startsWith('proactive.')) return { text: `? ${value}`, value };
    const behind = address.startsWith('requests.') && value % 2 === 1;
    return { text: behind ? `${value}?` : `?${value}`, value };
  },
  noBreakSpaces: (value) => ({ text: `\u00a0${value}\u00a0`, value }),
  units: (value, address) =>
    signed.test(address)
      ? { text: String(value), value }
      : { text: `${value}${isMoney.test(address) ? '万元' : '件'}`, value },
  thousands: (value) => ({ text: value.toLocaleString('en-US', { maximumFractionDigits: 6 }), value }),
  annotated: (value, address) =>
    /normativeDocuments\.(issued|inForce)/.test(address) && value > 0
      ? { text: `${value}（其中修订 ${Math.ceil(value / 2)} 件）`, value }
      : { text: String(value), value },
  /** 本年增/减 of the 2019 tables. */
  signs: (value, address) => ({ text: signed.test(address) ? change(value, address) : String(value), value }),
} as const satisfies Record<string, NumberForm>;
export type NumberFormName = keyof typeof NUMBER_FORMS;

/** Forms that leave a cell empty: only layouts that show an empty cell can carry them. */
export const FORMS_WITH_BLANKS: ReadonlySet<NumberFormName> = new Set(['blankForZero', 'onlyTotals', 'zeroAtTheEdges']);
