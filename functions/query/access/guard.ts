/** Whether a caller may have an operation done, and what of it where they may not have all. */

import { regionAncestors, regionOf, regionsCalled } from '../../../shared/domain/regions.ts';
import type { SubscriptionScope } from '../../../shared/mail/subscription.ts';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { getSubscription } from '../../store/mail/subscription-items.ts';
import { getRecord } from '../../store/records/records.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Operation } from '../operation.ts';
import { ProblemError } from '../problem.ts';
import { regionCodeOf } from '../region-names.ts';
import { type Caller, folderOf, grantsFor, may, placeOfRecord, type ReportPlace, type Right } from './caller.ts';
import { rightOf } from './rights.ts';

type Values = Readonly<Record<string, unknown>>;
interface Asked {
  path: Values;
  query: Values;
}

/**
 * @returns the query, narrowed to what the caller may see where it names nothing
 * @throws ProblemError 401 where the caller is unknown, 403 where this caller may not
 */
export async function permit(
  operation: Operation,
  caller: Caller,
  { path, query }: Asked,
  dependencies: Dependencies,
): Promise<Values> {
  const right = rightOf(operation);
  const isOpenReading =
    dependencies.openReading && operation.method === 'get' && !operation.personal && right === 'read';
  if (operation.open || operation.ownToken || isOpenReading || may(caller, right, null)) return query;
  if (caller.kind === 'nobody') throw notSignedIn();
  if (isList(operation)) return narrowed(caller, right, query);
  const place = await placeOf(operation, path, caller);
  if (place === null || !may(caller, right, place)) throw notAllowed();
  return query;
}

/** @throws ProblemError 403 where a subscription would reach beyond what this caller may see */
export function permitScope(caller: Caller, scope: SubscriptionScope): void {
  if (!mayReach(caller, scope)) throw notAllowed();
}

/** Whether all that a subscription covers is this caller's to see. */
export function mayReach(caller: Caller, scope: SubscriptionScope): boolean {
  return may(caller, 'subscribe', placeOfScope(scope));
}

function placeOfScope(scope: SubscriptionScope): ReportPlace | null {
  if (scope.kind === 'region') return { region: scope.region };
  return scope.kind === 'agency' ? { agency: scope.agency } : null;
}

const takes = ({ query }: Operation, field: string) => field in query.def.shape;
/** A list of reports or sums over them. */
const isList = (operation: Operation) => takes(operation, 'region') && !operation.path.includes('{');

/** What a list is about: what the query names, otherwise the first thing that the caller may see. */
function narrowed(caller: Caller, right: Right, query: Values): Values {
  const { region, agency } = query as { region?: string; agency?: string };
  if (region !== undefined || agency !== undefined) {
    if (may(caller, right, { region: region ?? null, agency: agency ?? null })) return query;
    throw notAllowed();
  }
  const [first] = grantsFor(caller, right);
  if (first === undefined) throw notAllowed();
  return first.region === null ? { ...query, agency: first.agency } : { ...query, region: first.region };
}

/** Where the thing is that an address names; `null` where it is no single place, so that only a right to all will do. */
async function placeOf({ path: pattern }: Operation, path: Values, caller: Caller): Promise<ReportPlace | null> {
  if (pattern.startsWith('/reports/{id}')) return placeOfReport(String(path.id));
  if ('region' in path) return { region: regionCodeOf(String(path.region)) };
  if (pattern.startsWith('/agencies/{agency}')) return placeOfAgency(String(path.agency), caller);
  if (pattern.startsWith('/uploads/{name}')) return { key: `uploads/${folderOf(caller)}` };
  // Which reports are decided stands in the body; each is looked at there.
  if (pattern.startsWith('/decisions')) return grantsFor(caller, 'decide')[0] ?? null;
  // Each report is looked at where the page is made.
  if (pattern === '/review') return grantsFor(caller, 'decide')[0] ?? null;
  if (pattern === '/subscriptions') {
    // What a subscription is to cover stands in the body, and is looked at there.
    return grantsFor(caller, 'subscribe')[0] ?? null;
  }
  if (pattern.startsWith('/subscriptions/{id}')) {
    const there = await getSubscription(String(path.id));
    return there === null ? (grantsFor(caller, 'subscribe')[0] ?? null) : placeOfScope(there.scope);
  }
  return null;
}

/**
 * Where an agency is. A name that leads to several regions or to none may be an agency of each of these regions, or of
 * any: what of it a caller may see or give is looked at where it is done.
 */
function placeOfAgency(agency: string, caller: Caller): ReportPlace {
  if (regionOf(agency) !== null) return { agency };
  const called = regionsCalled(agency);
  const own = grantsFor(caller, 'decide').flatMap(({ region }) => region ?? []);
  const theirs = own.find(
    (region) => called.length === 0 || called.some((code) => regionAncestors(code).includes(region)),
  );
  return theirs === undefined ? { agency } : { agency, region: theirs };
}

async function placeOfReport(report: string): Promise<ReportPlace> {
  const record = await getRecord(report);
  return record === null ? { report } : placeOfRecord(record);
}

const notSignedIn = () =>
  new ProblemError('not-signed-in', PROBLEMS.notSignedIn, { headers: { 'WWW-Authenticate': 'Bearer' } });

export const notAllowed = () => new ProblemError('not-allowed', PROBLEMS.notAllowed);
