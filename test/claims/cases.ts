/**
 * Sentences as reports print them, and the claims in them: `kind=value`, with `@cells` where the kind leaves them open,
 * `~` where the number is approximate, `?` where the claim is out of scope, so that no rule of error level may use it.
 */
import type { Report, Where } from '../../shared/report/types.ts';

export interface Case {
  sentence: string;
  claims: string;
  where?: Where;
  report?: Partial<Report>;
}

/** Reworded claims of real reports (docs/layouts.md 9b), about agencies that do not exist. */
export const CLAIMS: readonly Case[] = [
  {
    sentence:
      '2023年共收到政府信息公开申请72件，上年结转6件，办结74件，结转下年度继续办理2件。其中予以公开31件、部分公开5件、不予公开14件、无法提供18件、不予处理3件、其他处理3件。',
    claims:
      'received=72 carriedIn=6 done=74 carriedOut=2 granted=31 partiallyGranted=5 denied=14 unavailable=18 notProcessed=3 otherProcessing=3',
  },
  {
    sentence:
      '全年发生行政复议案件5件、行政诉讼案件17件。本年度制发行政规范性文件12件，废止4件，现行有效57件；办理行政许可2293件、行政处罚1282件、行政强制42件。',
    claims:
      'reconsideration=5 litigation=17 documents.issued=12 documents.repealed=4 documents.inForce=57 licensing=2293 penalties=1282 coercion=42',
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
    sentence:
      '2023年共受理依申请公开14件，依法办结14件，结转下年办理0件，因政府信息公开被申请行政复议0件，行政诉讼0件。',
    claims: 'received=14 done=14 carriedOut=0 reconsideration=0 litigation=0',
  },
  {
    sentence:
      '2023年，全县因政府信息公开受理行政复议6件，其中，结果维持3件、结果纠正2件、其他结果1件。因政府信息公开申请提起行政诉讼0件。',
    claims:
      '?reconsideration=6 ?dispute.outcome@reconsideration.upheld=3 ?dispute.outcome@reconsideration.corrected=2 ?dispute.outcome@reconsideration.otherResult=1 litigation=0',
    where: 'disputes',
    report: { agency: '云溪县人民政府', level: 'government' },
  },
  {
    sentence: '2023年共受理依申请公开43件，办结43件，无结转下年度继续办理。',
    claims: 'received=43 done=43 carriedOut=0',
  },
  {
    sentence: '本年处理行政许可51763件，行政处罚1742件，行政强制82件，一共收取行政事业性收费829万元。',
    claims: 'licensing=51763 penalties=1742 coercion=82 fees=829',
  },
  {
    sentence: '2023年，云溪县制发行政规范性文件8件，废止17件，现行有效件数20件。',
    claims: 'documents.issued=8 documents.repealed=17 documents.inForce=20',
    report: { agency: '云溪县人民政府', level: 'government' },
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
  { sentence: '收取行政事业性收费共约47.10万元。', claims: 'fees=~47.1' },
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
  { sentence: '零复议、零诉讼。', claims: 'reconsideration=0 litigation=0', where: 'disputes' },
  { sentence: '未发生因政府信息公开申请行政复议、提起行政诉讼的情况。', claims: 'reconsideration=0 litigation=0' },
  { sentence: '2023年，我局无行政复议、行政诉讼案件。', claims: 'reconsideration=0 litigation=0' },
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
    sentence: '规范性文件制发4，清理废止0，现行有效20。',
    claims: 'documents.issued=4 documents.repealed=0 documents.inForce=20',
  },
  { sentence: '694宗行政许可，其中3宗为重大许可。', claims: 'licensing=694' },
  { sentence: '作出行政处罚1宗，未作出行政强制。', claims: 'penalties=1 coercion=0' },
  { sentence: '行政处罚本年处理决定数量803条，行政事业性收费0元。', claims: 'penalties=803 fees=0' },
  { sentence: '许可处理决定1175件。', claims: 'licensing=1175' },
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
    sentence: '行政诉讼案件3件，均胜诉。',
    claims: 'litigation=3 dispute.outcome@directLitigation.upheld+litigationAfterReconsideration.upheld=3',
    where: 'disputes',
  },
  {
    sentence: '本年度新制发行政规范性文件2件，修改1件，废止规范性文件3件，截至年底现行有效规范性文件28件。',
    claims: 'documents.issued=2 documents.repealed=3 documents.inForce=28',
  },
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
  { sentence: '2023年，我局公开规范性文件3件。', claims: 'documents.disclosed=3' },
  { sentence: '收到政府信息公开申请5件，办理工单20件，办结20件。', claims: 'received=5 ?done=20' },
  { sentence: '本年度累计收到政府信息公开申请70件。', claims: 'received=70' },
  { sentence: '受理依申请公开1261件（含结转74件），答复1181件。', claims: 'received=1261 carriedIn=74 done=1181' },
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
  { sentence: '2023年，全局共作出行政处罚决定1282件，罚没金额3500万元。', claims: 'penalties=1282' },
  {
    sentence: '办理行政许可2293件，同比增长12%；行政处罚1282件，同比下降3%。',
    claims: 'licensing=2293 penalties=1282',
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
    sentence: '2023年共制定行政规范性文件12件，废止4件，宣布失效2件。',
    claims: 'documents.disclosed=12 documents.repealed=4',
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
];

/** They look like claims about the tables and are not: nothing in scope may be read. */
export const TRAPS: readonly Case[] = [
  { sentence: '2023年，我局通过门户网站主动公开政府信息423条，其中工作动态类351条、其他72条。', claims: '' },
  { sentence: '截至2021年底，我局尚无收到申请情况。', claims: '?received=0' },
  { sentence: '回复群众来信90件（公开22件），微信公众号回复网民留言56件。', claims: '' },
  { sentence: '公开行政许可类信息979条，行政处罚信息30条，规范性文件类4条。', claims: '' },
  { sentence: '公开行政许可30条、行政处罚5条。', claims: '' },
  { sentence: '历年累计收到申请592份。', claims: '?received=592' },
  { sentence: '截至2023年6月30日，收到申请5件。', claims: '?received=5' },
  { sentence: '上半年收到政府信息公开申请5件。', claims: '?received=5' },
  { sentence: '通过网络收到申请40件，信函收到申请30件。', claims: '?received=40 ?received=30' },
  { sentence: '因具体行政行为被提起行政诉讼2起。', claims: '?litigation=2' },
  { sentence: '其中1件为2022年结转。', claims: '' },
  { sentence: '向市政府提出的政府信息公开申请5件。', claims: '' },
  { sentence: '收到12345热线工单300件，办结298件。', claims: '' },
  { sentence: '承办人大建议5件，办结5件。', claims: '' },
  { sentence: '收取信息处理费120元。', claims: '' },
  { sentence: '去年，我局收到申请60件。', claims: '?received=60' },
  {
    sentence: '县教育局收到申请5件。',
    claims: '?received=5',
    report: { agency: '云溪县人民政府', level: 'government' },
  },
  { sentence: '申请公开政府信息5件，均已答复。', claims: '' },
  { sentence: '行政复议申请3件', claims: '?reconsideration=3' },
  { sentence: '废止省政府规章9件', claims: '' },
  { sentence: '全市税务系统收到政府信息公开申请700件。', claims: '?received=700' },
  { sentence: '2023年，我局共收到网上申请30件、信函申请40件，合计收到申请70件。', claims: '?received=70' },
  { sentence: '本机关作为被告的行政诉讼案件30件', claims: '?litigation=30' },
  { sentence: '我局办理行政复议案件120件，行政应诉案件30件。', claims: '?reconsideration=120' },
  { sentence: '开展行政复议、行政诉讼培训3次。', claims: '' },
  { sentence: '全年无申请人提出行政复议。', claims: '' },
  { sentence: '答复率100%，办结率100%。', claims: '' },
  { sentence: '主动公开1件。', claims: '' },
  { sentence: '2023年，发出补正告知书5件。', claims: '' },
  {
    sentence: '行政复议决定撤销1件、维持2件。',
    claims: '?dispute.outcome@reconsideration.corrected=1 ?dispute.outcome@reconsideration.upheld=2',
    where: 'disputes',
  },
  { sentence: '法院判决我局胜诉2件，败诉1件。', claims: '' },
  {
    sentence: '2023年，全区各镇办收到申请30件，其中区自然资源局收到10件。',
    claims: '?received=30 ?received=10',
    report: { agency: '青禾市云岭区人民政府', level: 'government' },
  },
  {
    sentence: '2023年，全县收到申请3件。',
    claims: '?received=3',
    report: { agency: '云溪县人民政府办公室', level: 'department' },
  },
  { sentence: '按照规定，行政许可和行政处罚七个工作日内公开，全年公示行政许可97条、行政处罚12条。', claims: '' },
  {
    sentence: '县教育局收到申请10件，其中予以公开5件、不予公开2件。',
    claims: '?received=10 ?granted=5 ?denied=2',
    report: { agency: '云溪县人民政府', level: 'government' },
  },
  {
    sentence: '我局办理行政复议案件120件，其中维持100件、纠正20件。',
    claims:
      '?reconsideration=120 ?dispute.outcome@reconsideration.upheld=100 ?dispute.outcome@reconsideration.corrected=20',
  },
  { sentence: '推进政务服务改革，全年受理申请5000件，办结4900件。', claims: '?received=5000 ?done=4900' },
  { sentence: '审查行政规范性文件30件，废止2件，修改3件。', claims: '?documents.repealed=2' },
  { sentence: '累计收到政府信息公开申请592件。', claims: '?received=592' },
  { sentence: '“双公示”行政许可300件、行政处罚20件。', claims: '' },
  { sentence: '办理行政许可300件均已公开。', claims: '' },
  { sentence: '受理行政许可申请300件，办结300件。', claims: '' },
  { sentence: '规章13件（含新制定5件，修改4件，废止4件）。', claims: '?regulations=4' },
  { sentence: '全年零报告。', claims: '' },
  { sentence: '截至2023年12月31日，累计公开规范性文件312件。', claims: '' },
  { sentence: '上一年度结转3件已全部办结，本年度办结41件。', claims: '' },
  { sentence: '以县政府名义制发行政规范性文件9件，废止3件。', claims: '?documents.issued=9 ?documents.repealed=3' },
  { sentence: '我局会同市场监管局制发行政规范性文件1件。', claims: '?documents.issued=1' },
  { sentence: '2019年以来，收到政府信息公开申请70件。', claims: '?received=70' },
  { sentence: '2023年度，收到并办结政府信息公开申请70件。', claims: '?done=70' },
];
