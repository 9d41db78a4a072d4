/** Claims about table 3, and about several tables at once, reworded from real reports (docs/layouts.md 9b), about agencies that do not exist. */
import type { Case } from './types.ts';

export const REQUESTS: readonly Case[] = [
  {
    sentence:
      '全年发生行政复议案件5件、行政诉讼案件17件。本年度制发行政规范性文件12件，废止4件，现行有效57件；办理行政许可2293件、行政处罚1282件、行政强制42件。',
    claims:
      'reconsideration=5 litigation=17 documents.issued=12 documents.repealed=4 documents.inForce=57 licensing=2293 penalties=1282 coercion=42',
  },
  {
    sentence:
      '2023年共受理依申请公开14件，依法办结14件，结转下年办理0件，因政府信息公开被申请行政复议0件，行政诉讼0件。',
    claims: 'received=14 done=14 carriedOut=0 reconsideration=0 litigation=0',
  },
  {
    sentence:
      '2023年共收到政府信息公开申请72件，上年结转6件，办结74件，结转下年度继续办理2件。其中予以公开31件、部分公开5件、不予公开14件、无法提供18件、不予处理3件、其他处理3件。',
    claims:
      'received=72 carriedIn=6 done=74 carriedOut=2 granted=31 partiallyGranted=5 denied=14 unavailable=18 notProcessed=3 otherProcessing=3',
  },
  { sentence: '本年度我局未收到政府信息依申请公开申请。', claims: 'received=0' },
  { sentence: '2023年度我局未收到依申请公开事项。', claims: 'received=0' },
  {
    sentence:
      '2023年，管委会办公室收到依申请公开6件（其中：代管委会办理6件、管委会办公室办理0件），均在期限内完成答复，答复情况为主动公开1件、部分公开1件、不予公开1件、无法提供2件、不予处理1件。',
    claims: 'received=6 ?done=6 ?done=0 granted=1 partiallyGranted=1 denied=1 unavailable=2 notProcessed=1',
    report: { agency: '青禾市云岭经济技术开发区管理委员会办公室' },
  },
  {
    sentence: '2023年共受理依申请公开43件，办结43件，无结转下年度继续办理。',
    claims: 'received=43 done=43 carriedOut=0',
  },
  {
    sentence: '2023年全县新受理依申请公开43件，予以公开43件，均已办结。',
    claims: 'received=43 granted=43',
    report: { agency: '云溪县人民政府', level: 'government' },
  },
  {
    sentence: '2021年，新收政府信息公开申请45件，2020年结转2件，办结44件，结转2022年3件。',
    claims: 'received=45 carriedIn=2 done=44 carriedOut=3',
    report: { year: 2021 },
  },
  { sentence: '收到申请一条。', where: 'requests', claims: 'received=1' },
  { sentence: '全年收到政府信息公开申请300余条。', claims: 'received=~300' },
  { sentence: '2023年办结依申请公开31件（其中1件为2022年结转）。', claims: 'done=31 ?carriedIn=1' },
  {
    sentence: '收到政府信息公开申请1261件（含上年结转74件），答复1181件，结转下年度80件。',
    claims: 'received=1261 carriedIn=74 done=1181 carriedOut=80',
  },
  { sentence: '收到自然人申请5件。', where: 'requests', claims: 'received.naturalPerson=5' },
  {
    sentence: '收到申请12件，其中公民10件，法人或其他组织2件。',
    where: 'requests',
    claims: 'received=12 received.naturalPerson=10 received.organization=2',
  },
  {
    sentence: '收到申请9件，7件自然人，2件商业企业。',
    where: 'requests',
    claims: 'received=9 received.naturalPerson=7 received.organization=2',
  },
  {
    sentence:
      '收到政府信息公开申请18件，不予公开（属于三类内部事务信息）1件，无法提供（本机关不掌握相关政府信息）17件。',
    claims: 'received=18 detail@denied.internalAffairs=1 detail@unavailable.notHeld=17',
  },
  {
    sentence: '收到申请3件，3件均属本机关不掌握。',
    where: 'requests',
    claims: 'received=3 detail@unavailable.notHeld=3',
  },
  {
    sentence: '收到申请7件，1件属行政执法案卷，6件主动撤件。',
    where: 'requests',
    claims: 'received=7 detail@denied.enforcementFile=1 ?detail@other.other=6',
  },
  { sentence: '收到政府信息公开申请70件，同比增长20%。', claims: 'received=70' },
  { sentence: '与去年相比，收到申请70件，增加10件。', where: 'requests', claims: 'received=70' },
  { sentence: '全年共收到公民、法人和其他组织的政府信息公开申请70件。', claims: 'received=70' },
  { sentence: '通过网络、信函、当面等渠道共收到政府信息公开申请70件。', claims: 'received=70' },
  { sentence: '2023年，示例市示例局收到依申请公开70件。除2件转结2024年办理以外，均已办结。', claims: 'received=70' },
  { sentence: '予以公开及部分公开36件，不予公开4件。', claims: 'grantedOrPartially=36 denied=4' },
  { sentence: '全年共收到依申请公开件5宗。', claims: 'received=5' },
  { sentence: '收到政府信息公开申请总数1,234件。', claims: 'received=1234' },
  {
    sentence: '申请数量：新收45，上年结转2，办结44，结转下年3。',
    where: 'requests',
    claims: 'received=45 carriedIn=2 done=44 carriedOut=3',
  },
  {
    sentence: '处理政府信息公开申请92件，其中新收91件，上年结转1件，4件转下年度办理。',
    claims: 'done=92 ?received=91 carriedIn=1 carriedOut=4',
  },
  {
    sentence: '2022年，我局收到政府信息公开申请60件。其中予以公开30件。2023年收到政府信息公开申请70件。',
    claims: '?received=60 ?granted=30 received=70',
  },
  { sentence: '组织培训3次，收到政府信息公开申请5件，培训200人次。', claims: 'received=5' },
  { sentence: '2023年收到政府信息公开申请70件，比上年增加10件，办结74件。', claims: 'received=70 done=74' },
  {
    sentence: '全年收到政府信息公开申请70件，已全部办结，其中：主动公开10件，部分公开2件。',
    claims: 'received=70 granted=10 partiallyGranted=2',
  },
  { sentence: '收到依申请公开 13 件，已答复 12 件，1件正在办理中。', claims: 'received=13 done=12 carriedOut=1' },
  {
    sentence: '2023年，我办收到申请3件。',
    where: 'requests',
    claims: 'received=3',
    report: { agency: '云溪县人民政府办公室', level: 'department' },
  },
  {
    sentence: '全年收到政府信息公开申请70件；市住建局收到申请9件，予以公开3件。',
    claims: 'received=70 ?received=9 ?granted=3',
  },
  { sentence: '收到政府信息公开申请5件，办理工单20件，办结20件。', claims: 'received=5 ?done=20' },
  { sentence: '本年度累计收到政府信息公开申请70件。', claims: 'received=70' },
  { sentence: '受理依申请公开1261件（含结转74件），答复1181件。', claims: 'received=1261 carriedIn=74 done=1181' },
  {
    sentence: '受理政府信息公开申请2项，1项撤销，1项依规予以公开。',
    claims: 'received=2 ?detail@other.other=1 granted=1',
  },
  {
    sentence: '收到政府信息公开申请12件，答复7件，不予受理4件，补正后仍不明确1件。',
    claims: 'received=12 done=7 ?detail@unavailable.unclearAfterCorrection=1',
  },
  {
    sentence: '受理政府信息公开申请59件，其中新收47件，上年结转12件。',
    claims: 'received=59 ?received=47 carriedIn=12',
  },
  { sentence: '收到政府信息公开申请5件，其中规划许可类3件、其他2件。', claims: 'received=5' },
  { sentence: '依申请公开工作扎实开展。收到申请5件，办结5件。', claims: 'received=5 done=5' },
  {
    sentence: '收到政府信息公开申请122件，其中网上105件、快递17件；上年结转11件，回复126件，在办7件。',
    claims: 'received=122 ?carriedIn=11 ?done=126 ?carriedOut=7',
  },
  { sentence: '本机关收到政府信息公开申请10件，其中3件转办其他单位，办结10件。', claims: 'received=10 ?done=10' },
  { sentence: '依申请公开实行零报告。', claims: 'received=0' },
  { sentence: '一是收到政府信息公开申请5件，均已答复。', claims: 'received=5' },
  { sentence: '(二)依申请公开:2023年收到政府信息公开申请70件。', claims: 'received=70' },
  { sentence: '（二）依申请公开情况。今年以来，我局共收到政府信息公开申请70件。', claims: 'received=70' },
  { sentence: '报告期内，本机关共受理政府信息公开申请70件。', claims: 'received=70' },
  { sentence: '全年共收到各类政府信息公开申请70件。', claims: 'received=70' },
  { sentence: '2023年，示例局受理政府信息公开申请70件。', claims: 'received=70' },
  {
    sentence:
      '2023年，市示例局共收到公民、法人和其他组织提出的政府信息公开申请70件，其中，公民提出65件，法人和其他组织提出5件。',
    claims: 'received=70 received.naturalPerson=65 received.organization=5',
  },
  {
    sentence:
      '2023年我局收到政府信息公开申请共计70件，其中：予以公开31件；部分公开5件；不予公开14件；无法提供18件；不予处理3件；其他处理3件。',
    claims: 'received=70 granted=31 partiallyGranted=5 denied=14 unavailable=18 notProcessed=3 otherProcessing=3',
  },
  {
    sentence: '本机关2023年度新收政府信息公开申请数量为70件，上年结转政府信息公开申请数量为6件。',
    claims: 'received=70 carriedIn=6',
  },
  {
    sentence: '本年度共办理政府信息公开申请76件，其中本年新收70件、上年结转6件；已办结74件，结转下年度2件。',
    claims: 'done=76 ?received=70 carriedIn=6 done=74 carriedOut=2',
  },
  { sentence: '2023年收到公民政府信息公开申请70件（次），均按时答复。', claims: 'received.naturalPerson=70' },
  {
    sentence:
      '全年办结依申请公开74件，其中：予以公开31件、部分公开5件，不予公开14件（国家秘密1件、第三方合法权益3件、行政执法案卷6件）。',
    claims:
      'done=74 granted=31 partiallyGranted=5 denied=14 detail@denied.stateSecret=1 detail@denied.thirdPartyRights=3 detail@denied.enforcementFile=6',
  },
  {
    sentence: '收到公民政府信息公开申请65件、法人或其他组织申请5件。',
    claims: 'received.naturalPerson=65 received.organization=5',
  },
  { sentence: '收到法人或其他组织提出的政府信息公开申请5件。', claims: 'received.organization=5' },
  { sentence: '其中自然人申请政府信息公开65件。', claims: 'received.naturalPerson=65' },
  { sentence: '全年收到公民、法人或者其他组织依申请公开70件。', claims: 'received=70' },
  {
    sentence: '共收到政府信息公开申请46件，努力做到“办结一件申请、解决一个问题、温暖一颗民心”。',
    claims: 'received=46',
  },
  { sentence: '推行“收到1件申请、当日答复1件”的工作法，共收到政府信息公开申请46件。', claims: 'received=46' },
  { sentence: '温暖一颗民心，办结1件申请”。共收到政府信息公开申请46件。', claims: 'received=46' },
  { sentence: '「辦結1件」的理念深入人心，共收到政府信息公开申请46件。', claims: 'received=46' },
  { sentence: '2023年，14件政府信息公开申请中予以公开8件。', claims: '?granted=8' },
  {
    sentence: '政府信息公开申请予以公开8件不予公开（属于内部事务信息）1件。',
    claims: 'granted=8 detail@denied.internalAffairs=1',
  },
  {
    sentence: '政府信息公开申请予以公开8件均已答复，不予公开（属于内部事务信息）1件。',
    claims: 'granted=8 detail@denied.internalAffairs=1',
  },
  {
    sentence: '2023年办结政府信息公开申请12件，予以公开9件（含部分公开1件），不予公开3件。',
    claims: 'done=12 grantedOrPartially=9 partiallyGranted=1 denied=3',
  },
  // What is said in brackets of another year, channel or thing ends with them.
  { sentence: '新收政府信息公开申请9件（2022年为7件），办结9件。', claims: 'received=9 done=9' },
  { sentence: '新收政府信息公开申请9件（信函3件），办结9件。', claims: 'received=9 done=9' },
  { sentence: '新收政府信息公开申请9件（含咨询3件），办结9件。', claims: 'received=9 done=9' },
  { sentence: '新收政府信息公开申请9件，咨询3件，办结9件。', claims: 'received=9 ?done=9' },
  // A semicolon starts anew.
  { sentence: '通过网络收到政府信息公开申请9件；新收政府信息公开申请12件。', claims: '?received=9 received=12' },
  { sentence: '县教育局收到政府信息公开申请3件；我局新收政府信息公开申请5件。', claims: '?received=3 received=5' },
  { sentence: '收到申请9件，予以公开5件。', claims: '?received=9 ?granted=5' },
  { sentence: '其中予以公开5件、不予公开4件。', claims: 'granted=5 denied=4', where: 'requests' },
  { sentence: `${'全年共'.repeat(40)}新收政府信息公开申请9件。`, claims: '?received=9' },
  { sentence: '2022年，我局认真做好各项工作。其中予以公开3件、不予公开6件。', claims: '?granted=3 ?denied=6' },
  // Rows of table 3 left among the text.
  { sentence: '一、本年新收政府信息公开申请数量 9 二、上年结转政府信息公开申请数量 2 。', claims: '' },
  { sentence: '一、本年新收政府信息公开申请数量9件。', claims: 'received=9' },
  // Only 未收到申请 needs no category where the year is told.
  { sentence: '未收到申请。', claims: 'received=0' },
  { sentence: '未收到申请。', claims: '?received=0', where: 'proactive' },
  { sentence: '收到申请0件，无上年结转。', claims: '?received=0 ?carriedIn=0' },
  {
    sentence: '政府信息公开申请上年结转3件已全部办结，本年新收45件，办结41件。',
    claims: 'carriedIn=3 received=45 ?done=41',
  },
  {
    sentence: '2023年，高新区管理委员会新收政府信息公开申请9件。',
    claims: 'received=9',
    report: { agency: '高新区管理委员会' },
  },
  { sentence: '我局新收政府信息公开申请9件。', claims: 'received=9', report: { agency: null } },
  { sentence: '县教育局新收政府信息公开申请9件。', claims: '?received=9', report: { agency: null } },
];
