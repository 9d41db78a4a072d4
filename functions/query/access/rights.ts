/** Which right an operation asks for. What is not named here reads with `read` and does anything else with `operate`. */
import type { Operation } from '../operation.ts';
import type { Right } from './caller.ts';

const RIGHTS_OF: Readonly<Record<string, Right>> = {
  'put /reports/{id}/file': 'correct',
  'delete /reports/{id}': 'withdraw',
  'post /reports/{id}/withdrawal': 'withdraw',
  'post /reports/{id}/supersede': 'withdraw',
  'put /reports/{id}/findings/{fingerprint}/decision': 'decide',
  'delete /reports/{id}/findings/{fingerprint}/decision': 'decide',
  'post /reports/{id}/notes': 'explain',
  'post /reports/{id}/notes/form': 'explain',
  'put /reports/{id}/assignment': 'decide',
  'post /reports/{id}/assignment': 'decide',
  'delete /reports/{id}/assignment': 'decide',
  'get /review': 'decide',
  'post /decisions': 'decide',
  'post /decisions/form': 'decide',
  // Official papers carry the head of the office.
  'get /notices': 'decide',
  'get /reports/{id}/opinion': 'decide',
  'delete /reports/{id}/links': 'decide',
  'put /agencies/{agency}/region': 'decide',
  'post /agencies/{agency}/region': 'decide',
  'delete /agencies/{agency}/region': 'decide',
  'put /rosters/{region}': 'roster',
  'delete /rosters/{region}': 'roster',
  'put /rosters/{region}/file': 'roster',
  'post /rosters/{region}/form': 'roster',
  'get /subscriptions': 'subscribe',
  'get /subscriptions/{id}': 'subscribe',
  'put /subscriptions/{id}': 'subscribe',
  'delete /subscriptions/{id}': 'subscribe',
  'post /subscriptions': 'subscribe',
  'post /subscriptions/{id}/removal': 'subscribe',
  'put /uploads/{name}': 'upload',
  'get /grants': 'operate',
};

export function rightOf({ method, path }: Operation): Right {
  return RIGHTS_OF[`${method} ${path}`] ?? (method === 'get' ? 'read' : 'operate');
}
