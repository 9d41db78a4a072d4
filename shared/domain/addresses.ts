/**
 * The vocabulary of cells: `table.row.column`, as on the official forms
 * 国办公开办函〔2021〕30号 and, before it, 〔2019〕60号.
 */

export const FORM_EDITIONS = ['2021-30', '2019-60'] as const;
/** Which official form the tables follow; decided by their header, never by the year. */
export type FormEdition = (typeof FORM_EDITIONS)[number];

export const TABLES = ['proactive', 'requests', 'disputes'] as const;
export type Table = (typeof TABLES)[number];

/** Columns of table 3, left to right as printed. The last is the sum of the six before it. */
export const REQUEST_COLUMNS = [
  'naturalPerson',
  'enterprise',
  'researchInstitution',
  'socialOrganization',
  'legalService',
  'otherOrganization',
  'total',
] as const;
export type RequestColumn = (typeof REQUEST_COLUMNS)[number];

/** The results of 三、本年度办理结果 (一) to (六), top to bottom; their sum is row `total`. */
export const RESULT_ROWS = [
  'granted',
  'partiallyGranted',
  'denied.stateSecret',
  'denied.prohibitedByLaw',
  'denied.threeSecuritiesOneStability',
  'denied.thirdPartyRights',
  'denied.internalAffairs',
  'denied.processInformation',
  'denied.enforcementFile',
  'denied.administrativeInquiry',
  'unavailable.notHeld',
  'unavailable.needsCreation',
  'unavailable.unclearAfterCorrection',
  'notProcessed.complaint',
  'notProcessed.repeated',
  'notProcessed.publication',
  'notProcessed.excessive',
  'notProcessed.confirmation',
  'other.notCorrected',
  'other.feeUnpaid',
  'other.other',
] as const;
export type ResultRow = (typeof RESULT_ROWS)[number];

/** Rows of table 3, top to bottom as printed. */
export const REQUEST_ROWS = ['received', 'carriedIn', ...RESULT_ROWS, 'total', 'carriedOut'] as const;
export type RequestRow = (typeof REQUEST_ROWS)[number];

export const DISPUTE_BLOCKS = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'] as const;
export type DisputeBlock = (typeof DISPUTE_BLOCKS)[number];
/** Columns of each block of table 4, left to right; `total` is the sum of the four before it. */
export const DISPUTE_COLUMNS = ['upheld', 'corrected', 'otherResult', 'pending', 'total'] as const;
export type DisputeColumn = (typeof DISPUTE_COLUMNS)[number];

/** Table 2: rows and their columns, top to bottom and left to right as printed, for each form. */
export const PROACTIVE = {
  '2021-30': {
    regulations: ['issued', 'repealed', 'inForce'],
    normativeDocuments: ['issued', 'repealed', 'inForce'],
    licensing: ['decisions'],
    penalties: ['decisions'],
    coercion: ['decisions'],
    fees: ['amount'],
  },
  '2019-60': {
    regulations: ['created', 'disclosed', 'disclosedTotal'],
    normativeDocuments: ['created', 'disclosed', 'disclosedTotal'],
    licensing: ['previousItems', 'change', 'decisions'],
    otherServices: ['previousItems', 'change', 'decisions'],
    penalties: ['previousItems', 'change', 'decisions'],
    coercion: ['previousItems', 'change', 'decisions'],
    fees: ['previousItems', 'change'],
    procurement: ['projects', 'amount'],
  },
} as const;

type ProactiveOf<F extends FormEdition> = {
  [Row in keyof (typeof PROACTIVE)[F] & string]: (typeof PROACTIVE)[F][Row] extends readonly (infer Column extends
    string)[]
    ? `proactive.${Row}.${Column}`
    : never;
}[keyof (typeof PROACTIVE)[F] & string];

export type ProactiveAddress = ProactiveOf<'2021-30'> | ProactiveOf<'2019-60'>;
export type RequestAddress = `requests.${RequestRow}.${RequestColumn}`;
export type DisputeAddress = `disputes.${DisputeBlock}.${DisputeColumn}`;
export type CellAddress = ProactiveAddress | RequestAddress | DisputeAddress;

/** Addresses of table 2 in the given form, in printed order: 10 for 2021-30, 22 for 2019-60. */
export function proactiveAddresses(format: FormEdition): readonly ProactiveAddress[] {
  return PROACTIVE_ADDRESSES[format];
}
const PROACTIVE_ADDRESSES = byEdition((format) =>
  Object.entries(PROACTIVE[format]).flatMap(([row, columns]) =>
    (columns as readonly string[]).map((column) => `proactive.${row}.${column}` as ProactiveAddress),
  ),
);

/** The seven addresses of one row of table 3, left to right. */
export function requestRow(row: RequestRow): readonly RequestAddress[] {
  return REQUEST_ADDRESSES[row];
}
const REQUEST_ADDRESSES = Object.fromEntries(
  REQUEST_ROWS.map((row) => [row, REQUEST_COLUMNS.map((column) => `requests.${row}.${column}` as const)]),
) as unknown as Record<RequestRow, readonly RequestAddress[]>;

/** The five addresses of one block of table 4, left to right. */
export function disputeBlock(block: DisputeBlock): readonly DisputeAddress[] {
  return DISPUTE_ADDRESSES[block];
}
const DISPUTE_ADDRESSES = Object.fromEntries(
  DISPUTE_BLOCKS.map((block) => [block, DISPUTE_COLUMNS.map((column) => `disputes.${block}.${column}` as const)]),
) as unknown as Record<DisputeBlock, readonly DisputeAddress[]>;

/** Rows of table 3 that the form prints: 〔2019〕60号 has (六)其他处理 as the single row `other.other`. */
export function requestRows(format: FormEdition): readonly RequestRow[] {
  return ROWS_PRINTED[format];
}
const ROWS_PRINTED: Readonly<Record<FormEdition, readonly RequestRow[]>> = {
  '2021-30': REQUEST_ROWS,
  '2019-60': REQUEST_ROWS.filter((row) => row !== 'other.notCorrected' && row !== 'other.feeUnpaid'),
};

/** Every cell of the three tables in the given form, in printed order. */
export function cellAddresses(format: FormEdition): readonly CellAddress[] {
  return CELL_ADDRESSES[format];
}
const CELL_ADDRESSES = byEdition((format): readonly CellAddress[] => [
  ...proactiveAddresses(format),
  ...requestRows(format).flatMap(requestRow),
  ...DISPUTE_BLOCKS.flatMap(disputeBlock),
]);

function byEdition<Value>(make: (format: FormEdition) => Value): Readonly<Record<FormEdition, Value>> {
  return { '2021-30': make('2021-30'), '2019-60': make('2019-60') };
}

interface AddressParts {
  readonly table: Table;
  readonly row: string;
  readonly column: string;
}
/** Addresses are a few hundred, and each is asked for hundreds of times a report. */
const parsed = new Map<string, AddressParts>();

/** Splits an address into its table, row (which may hold a dot) and column. */
export function parseAddress(address: CellAddress): AddressParts {
  const there = parsed.get(address);
  if (there !== undefined) return there;
  const parts = address.split('.');
  const made = { table: parts[0] as Table, row: parts.slice(1, -1).join('.'), column: parts.at(-1) as string };
  parsed.set(address, made);
  return made;
}
