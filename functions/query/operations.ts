/** All operations of the API. */
import * as z from 'zod/mini';
import { describe } from './openapi.ts';
import { noFields, type Operation, operation } from './operation.ts';
import { agencyOperation } from './resources/agencies.ts';
import { AGENCY_REGION_OPERATIONS } from './resources/agency-region.ts';
import { ASSIGNMENT_OPERATIONS } from './resources/assignments.ts';
import { codebookOperation, datasetFileOperation, manifestOperation } from './resources/dataset.ts';
import { deleteDecisionOperation, putDecisionOperation } from './resources/decisions.ts';
import { docsFileOperation, docsOperation } from './resources/docs.ts';
import { findingsSheetOperation } from './resources/findings-sheet.ts';
import { GRANT_OPERATIONS } from './resources/grants.ts';
import { LINK_OPERATIONS } from './resources/links.ts';
import { decisionsFormOperation, manyDecisionsOperation } from './resources/many-decisions.ts';
import { NOTE_OPERATIONS } from './resources/notes.ts';
import { commentedOperation, noticesOperation, opinionOperation } from './resources/papers.ts';
import { READING_OPERATIONS } from './resources/reading.ts';
import {
  chooseRegionOperation,
  regionOperation,
  rosterFileOperation,
  rosterFormOperation,
  yearOperation,
} from './resources/regions.ts';
import { originalOperation, reportOperation } from './resources/report.ts';
import { getFileOperation, putFileOperation } from './resources/report-file.ts';
import { frontOperation, reportsOperation } from './resources/reports.ts';
import { deleteRosterOperation, getRosterOperation, putRosterOperation } from './resources/rosters.ts';
import { rulesOperation } from './resources/rules.ts';
import { assetOperation, healthOperation } from './resources/service.ts';
import { SIGN_IN_OPERATIONS } from './resources/sign-in.ts';
import { statisticsOperation } from './resources/statistics.ts';
import { SUBSCRIPTION_OPERATIONS } from './resources/subscriptions.ts';
import { getUploadOperation, putUploadOperation } from './resources/uploads.ts';
import { supersedeOperation, withdrawFormOperation, withdrawOperation } from './resources/withdrawals.ts';

const descriptionOperation = operation({
  method: 'get',
  path: '/openapi.json',
  open: true,
  summary: 'This description',
  fields: noFields,
  query: noFields,
  answers: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': z.looseObject({}) } } },
  handle: ({ context }) => context.json(describe(OPERATIONS)),
});

export const OPERATIONS: readonly Operation[] = [
  frontOperation,
  reportsOperation,
  reportOperation,
  originalOperation,
  ...READING_OPERATIONS,
  ...NOTE_OPERATIONS,
  ...ASSIGNMENT_OPERATIONS,
  putFileOperation,
  getFileOperation,
  supersedeOperation,
  withdrawOperation,
  withdrawFormOperation,
  putDecisionOperation,
  deleteDecisionOperation,
  manyDecisionsOperation,
  decisionsFormOperation,
  agencyOperation,
  ...AGENCY_REGION_OPERATIONS,
  statisticsOperation,
  manifestOperation,
  codebookOperation,
  datasetFileOperation,
  rulesOperation,
  findingsSheetOperation,
  opinionOperation,
  commentedOperation,
  noticesOperation,
  chooseRegionOperation,
  regionOperation,
  yearOperation,
  rosterFormOperation,
  rosterFileOperation,
  getRosterOperation,
  putRosterOperation,
  deleteRosterOperation,
  ...SUBSCRIPTION_OPERATIONS,
  putUploadOperation,
  getUploadOperation,
  ...LINK_OPERATIONS,
  ...GRANT_OPERATIONS,
  ...SIGN_IN_OPERATIONS,
  assetOperation,
  descriptionOperation,
  docsOperation,
  docsFileOperation,
  healthOperation,
];
