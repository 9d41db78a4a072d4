/** What all strategies look at: the tokens, and what was found out about them once. Nothing here is changed later. */
import type { Token } from '../tokens.ts';
import { type DisputeZone, findDisputes } from './disputes/zone.ts';
import { type ProactiveSurvey, surveyProactive } from './proactive/survey.ts';
import { type RequestSurvey, surveyRequests } from './requests/survey.ts';

export interface TablePage {
  tokens: readonly Token[];
  proactive: ProactiveSurvey | null;
  requests: RequestSurvey | null;
  disputes: DisputeZone | null;
}

/** Table 3 first: its labels are the surest, and tables 2 and 4 lie before and behind it. */
export function surveyPage(tokens: readonly Token[]): TablePage {
  const requests = surveyRequests(tokens);
  const proactive = surveyProactive(tokens, requests?.start ?? tokens.length);
  const disputes = findDisputes(tokens, Math.max(requests?.end ?? 0, proactive?.end ?? 0));
  return { tokens, proactive, requests, disputes };
}
