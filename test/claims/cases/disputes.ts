/** Claims about table 4, reworded from real reports (docs/layouts.md 9b), about agencies that do not exist. */
import type { Case } from './types.ts';

export const DISPUTES: readonly Case[] = [
  {
    sentence:
      '2023年，全县因政府信息公开受理行政复议6件，其中，结果维持3件、结果纠正2件、其他结果1件。因政府信息公开申请提起行政诉讼0件。',
    claims:
      '?reconsideration=6 ?dispute.outcome@reconsideration.upheld=3 ?dispute.outcome@reconsideration.corrected=2 ?dispute.outcome@reconsideration.otherResult=1 litigation=0',
    where: 'disputes',
    report: { agency: '云溪县人民政府', level: 'government' },
  },
  { sentence: '零复议、零诉讼。', claims: 'reconsideration=0 litigation=0', where: 'disputes' },
  { sentence: '未发生因政府信息公开申请行政复议、提起行政诉讼的情况。', claims: 'reconsideration=0 litigation=0' },
  { sentence: '2023年，我局无行政复议、行政诉讼案件。', claims: 'reconsideration=0 litigation=0' },
  {
    sentence: '行政复议5宗，2宗维持，1宗纠正，1宗其他，1宗尚未审结。',
    claims:
      'reconsideration=5 dispute.outcome@reconsideration.upheld=2 dispute.outcome@reconsideration.corrected=1 dispute.outcome@reconsideration.otherResult=1 dispute.outcome@reconsideration.pending=1',
    where: 'disputes',
  },
  { sentence: '行政复议纠错1件。', claims: 'dispute.outcome@reconsideration.corrected=1', where: 'disputes' },
  {
    sentence: '行政诉讼5起：胜诉2起、其他2起、未审结1起。',
    claims:
      'litigation=5 dispute.outcome@directLitigation.upheld+litigationAfterReconsideration.upheld=2 dispute.outcome@directLitigation.otherResult+litigationAfterReconsideration.otherResult=2 dispute.outcome@directLitigation.pending+litigationAfterReconsideration.pending=1',
    where: 'disputes',
  },
  {
    sentence: '行政复议2件、行政诉讼3件，其中维持4件、纠正1件。',
    claims:
      'reconsideration=2 litigation=3 ?dispute.outcome@directLitigation.upheld+litigationAfterReconsideration.upheld=4 ?dispute.outcome@directLitigation.corrected+litigationAfterReconsideration.corrected=1',
    where: 'disputes',
  },
  {
    sentence: '行政诉讼案件3件，均胜诉。',
    claims: 'litigation=3 dispute.outcome@directLitigation.upheld+litigationAfterReconsideration.upheld=3',
    where: 'disputes',
  },
  {
    sentence: '行政诉讼1件，我局胜诉。',
    claims: 'litigation=1 dispute.outcome@directLitigation.upheld+litigationAfterReconsideration.upheld=1',
    where: 'disputes',
  },
  {
    sentence: '行政诉讼4件，目前尚未审结。',
    claims: 'litigation=4 dispute.outcome@directLitigation.pending+litigationAfterReconsideration.pending=4',
    where: 'disputes',
  },
  {
    sentence: '复议1件，为其他结果；诉讼1件，为其他结果。',
    claims:
      'reconsideration=1 dispute.outcome@reconsideration.otherResult=1 litigation=1 dispute.outcome@directLitigation.otherResult+litigationAfterReconsideration.otherResult=1',
    where: 'disputes',
  },
  {
    sentence: '行政诉讼2件，全部得到法院支持。',
    claims: 'litigation=2 dispute.outcome@directLitigation.upheld+litigationAfterReconsideration.upheld=2',
    where: 'disputes',
  },
  {
    sentence: '行政复议6件，3件维持，其余纠正。',
    claims: 'reconsideration=6 dispute.outcome@reconsideration.upheld=3 ?dispute.outcome@reconsideration.corrected=3',
    where: 'disputes',
  },
  {
    sentence: '行政复议1件、行政诉讼1件，均维持。',
    claims:
      'reconsideration=1 litigation=1 ?dispute.outcome@directLitigation.upheld+litigationAfterReconsideration.upheld=1',
    where: 'disputes',
  },
  {
    sentence: '涉及政府信息公开的行政复议3件，均维持；行政诉讼0件。',
    claims: 'reconsideration=3 dispute.outcome@reconsideration.upheld=3 litigation=0',
  },
  {
    sentence: '本年度因政府信息公开被申请行政复议3件（维持1件、其他2件），提起行政诉讼17件（一审12件、二审5件）。',
    claims:
      'reconsideration=3 dispute.outcome@reconsideration.upheld=1 dispute.outcome@reconsideration.otherResult=2 litigation=17',
  },
  {
    sentence: '行政复议4起，3起维持1起纠正。',
    claims: 'reconsideration=4 dispute.outcome@reconsideration.upheld=3 dispute.outcome@reconsideration.corrected=1',
    where: 'disputes',
  },
  {
    sentence: '行政复议4起，3起维持1起纠正',
    claims: 'reconsideration=4 dispute.outcome@reconsideration.upheld=3 dispute.outcome@reconsideration.corrected=1',
    where: 'disputes',
  },
  {
    sentence: '行政复议4起，3起维持，纠正1起已结案。',
    claims: 'reconsideration=4 dispute.outcome@reconsideration.upheld=3 dispute.outcome@reconsideration.corrected=1',
    where: 'disputes',
  },
  {
    sentence: '因政府信息公开被申请行政复议（纠正1件、维持）2件。',
    claims: 'dispute.outcome@reconsideration.corrected=1',
    where: 'disputes',
  },
  { sentence: '2023年，行政复议、行政诉讼均为3件。', claims: '' },
  {
    sentence: '2023年办理政府信息公开申请9件，其中予以公开9件；因政府信息公开被申请行政复议2件。',
    claims: 'done=9 granted=9 reconsideration=2',
  },
  {
    sentence: '因政府信息公开被申请行政复议4起，县教育局共3起维持。',
    claims: 'reconsideration=4 ?dispute.outcome@reconsideration.upheld=3',
  },
  {
    sentence: '因政府信息公开被申请行政复议3件，不予公开答复被维持2件。',
    claims: 'reconsideration=3 ?dispute.outcome@reconsideration.upheld=2',
  },
  // Of which of the two nobody can tell, though one is none.
  {
    sentence: '因政府信息公开被申请行政复议3件、行政诉讼0件，其中维持3件。',
    claims:
      'reconsideration=3 litigation=0 ?dispute.outcome@directLitigation.upheld+litigationAfterReconsideration.upheld=3',
  },
];
