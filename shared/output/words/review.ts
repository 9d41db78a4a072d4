/** The words of review: assignments and notes of explanation. */
import type { Text } from '../../domain/labels.ts';
import { NAMES } from './common.ts';

export const REVIEW_WORDS = {
  title: { zh: '复核任务', en: 'Review' },
  assign: { zh: '指派复核', en: 'Assign the review' },
  assignee: { zh: '复核人', en: 'Reviewer' },
  due: { zh: '完成期限', en: 'Due' },
  overdue: { zh: '已逾期', en: 'overdue' },
  save: NAMES.save,
  nothing: { zh: '暂无待复核的报告。', en: 'Nothing is open.' },
  notes: { zh: '情况说明', en: 'Note of explanation' },
  write: { zh: '提交情况说明', en: 'Explain' },
  writeHint: {
    zh: '说明提交后由主管部门复核，不改变核对结论，且不能修改。',
    en: 'The supervisor sees it. It decides nothing, and cannot be changed.',
  },
} as const satisfies Record<string, Text>;
