/**
 * Sentences as offices write them, each put into one small report without a fault (`corpus/findings/fa-sec1-five-platform.txt`),
 * and every finding that it then has, as `RULE severity`: what a supervisor would sign. Where nothing is named nothing may be found.
 */
export interface Trial {
  /** What it shows. */
  title: string;
  /** Sentences in the place of those of the report. */
  active?: string;
  requests?: string;
  management?: string;
  platform?: string;
  supervision?: string;
  problems?: string;
  other?: string;
  /** Any other words of the report. */
  replace?: readonly (readonly [printed: string, instead: string])[];
  finds?: readonly string[];
}

export const TRIALS: readonly Trial[] = [
  // 2. Lists and their totals.
  {
    title: 'a list that adds up',
    active: '2023年，我局主动公开信息316条，其中统计数据200条、工作动态80条、公示公告36条。',
  },
  {
    title: 'a list whose parts exceed the total',
    active: '2023年，我局主动公开信息316条，其中统计数据200条、工作动态80条、公示公告46条。',
    finds: ['NAR.SUM warning'],
  },
  {
    title: 'a closed list that falls short',
    active: '2023年，我局主动公开信息316条，其中统计数据200条、工作动态80条、其他26条。',
    finds: ['NAR.SUM warning'],
  },
  {
    title: 'a list of the main parts',
    active: '2023年，我局主动公开信息316条，其中主要包括统计数据200条、工作动态80条。',
  },
  { title: 'a list that ends in 等', active: '2023年，我局主动公开信息316条，其中统计数据200条、工作动态80条等。' },
  {
    title: 'two attributes of the same documents',
    active: '2023年，我局公开解读材料12篇，其中图解8篇、视频4篇，同步推送公众号10篇。',
  },
  {
    title: 'times of sending among things sent',
    active: '2023年，我局通过公众号发布信息120条，其中原创86条，阅读量达3.5万次。',
  },
  {
    title: 'a percentage in a list',
    active: '2023年，我局公开信息200条，其中统计数据150条，占75%，工作动态50条，占25%。',
  },
  { title: 'people among meetings', active: '2023年，我局举办新闻发布会4场，其中局领导出席2场，参会记者36人次。' },
  { title: 'part of the total alone', active: '2023年，我局公开政府信息316条，其中通过门户网站公开280条。' },
  {
    title: 'to the year before in a list',
    active: '2023年，我局公开政府信息316条，比2022年增加20条，其中统计数据300条。',
  },
  {
    title: 'a nested list',
    active: '2023年，我局公开政府信息316条，其中网站公开216条（统计数据116条、工作动态100条）、公众号公开100条。',
  },
  {
    title: 'money beside cases',
    requests: '2023年，我局收到政府信息公开申请14件，其中收费1件，收取信息处理费200元。',
    other: '本年度发出收费通知1件，总金额200元，实际收取200元。',
  },
  // 3. The same in other words.
  { title: 'active disclosure as 晒出', active: '2023年，我局在门户网站晒出统计数据、政策文件共316条。' },
  { title: 'platforms as 政务新媒体', platform: '加强政务新媒体管理，及时更新内容。' },
  { title: 'platforms as a library', platform: '在市图书馆、档案馆设置查阅场所，摆放统计资料。' },
  { title: 'management as 三审三校', management: '严格执行三审三校，确保信息准确。' },
  { title: 'supervision as a review', supervision: '将信息公开纳入年度绩效，全年未发生泄密。' },
  { title: 'supervision as 学习', supervision: '组织干部学习条例2次。' },
  { title: 'no fee in other words', other: '本年度收取信息处理费0元。' },
  { title: 'no fee: 无收费情况', other: '2023年我局在办理政府信息公开申请中无收费情况。' },
  { title: 'no fee: 未产生', other: '2023年度，未产生政府信息公开信息处理费。' },
  { title: 'nothing at all to tell in part six', other: '无。', finds: ['STR.SEC6-FEE warning'] },
  { title: 'nothing else, but the fee', other: '除按规定未收取信息处理费外，无其他需要报告的事项。' },
  {
    title: 'problems as 不足 and 打算',
    problems: '一年来工作取得一定成效，但仍有不足：解读形式单一。2024年，我局将丰富解读形式。',
  },
  { title: 'problems with 短板', problems: '工作中还有短板，主要是队伍力量薄弱。今后要加强培训，提升能力。' },
  { title: 'problems only', problems: '存在的问题：数据解读不够通俗，更新不够及时。', finds: ['STR.SEC5 warning'] },
  { title: 'measures only', problems: '下一步，我局将每季度发布一期图解，继续加强培训。', finds: ['STR.SEC5 warning'] },
  // 5. Claims.
  { title: 'received and answered', requests: '2023年，我局共收到政府信息公开申请14件，均已按期答复。' },
  {
    title: 'another number received',
    requests: '2023年，我局共收到政府信息公开申请15件，均已按期答复。',
    finds: ['NAR.REQ error'],
  },
  { title: 'none received', requests: '2023年，我局未收到政府信息公开申请。', finds: ['NAR.REQ-NONE error'] },
  { title: 'through one channel', requests: '2023年，我局通过网上平台收到政府信息公开申请9件，信函申请5件。' },
  { title: 'none through one channel', requests: '2023年，我局收到政府信息公开申请14件，其中信函申请0件。' },
  {
    title: 'outcomes as printed',
    requests:
      '2023年，我局收到政府信息公开申请14件，其中予以公开8件、部分公开1件、不予公开1件、无法提供3件、不予处理1件。',
  },
  {
    title: 'an outcome that differs, and the list with it',
    requests:
      '2023年，我局收到政府信息公开申请14件，其中予以公开9件、部分公开1件、不予公开1件、无法提供3件、不予处理1件。',
    finds: ['NAR.DISPOSITION error'],
  },
  { title: 'licences elsewhere', active: '2023年，市行政审批局办理行政许可230件，我局公开信息316条。' },
  { title: 'penalties as in the table', active: '2023年，我局公开信息316条，作出行政处罚12件。' },
  {
    title: 'another number of penalties',
    active: '2023年，我局公开信息316条，作出行政处罚21件。',
    finds: ['NAR.POWER error'],
  },
  { title: 'penalty notices published', active: '2023年，我局公开信息316条，其中公示行政处罚信息11条。' },
  { title: 'documents in force', active: '2023年，我局公开信息316条，制发规范性文件1件，现行有效6件。' },
  {
    title: 'another number in force',
    active: '2023年，我局公开信息316条，梳理并集中公布现行有效规范性文件9件。',
    finds: ['NAR.DOCS error'],
  },
  { title: 'documents reviewed', active: '2023年，我局公开信息316条，合法性审查规范性文件9件。' },
  {
    title: 'reconsiderations about something else',
    requests: '2023年，我局收到政府信息公开申请14件。行政复议应诉方面，办理行政执法类行政复议2件。',
  },
  {
    title: 'a reconsideration that the table has not',
    requests: '2023年，我局收到政府信息公开申请14件，因政府信息公开被申请行政复议1件。',
    finds: ['NAR.CASES error'],
  },
  {
    title: 'none',
    requests: '2023年，我局收到政府信息公开申请14件，未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。',
  },
  { title: 'letters and calls', requests: '2023年，我局收到政府信息公开申请14件，受理群众来信36件、12345工单120件。' },
  // 6. Another body.
  { title: '我委 of a bureau', active: '2023年，我委通过门户网站公开政府信息316条。', finds: ['META.AGENCY warning'] },
  { title: 'the name in short', active: '2023年，市统计局通过门户网站公开政府信息316条。' },
  { title: 'together with another bureau', active: '2023年，我局会同市发展改革委通过门户网站公开政府信息316条。' },
  { title: 'the government', active: '2023年，在市政府的领导下，我局通过门户网站公开政府信息316条。' },
  { title: 'its survey team', active: '2023年，我局与国家统计局青禾调查队联合公开政府信息316条。' },
  {
    title: 'on the site of the government',
    active: '2023年，通过市政府门户网站公开政府信息316条，我局公众号同步推送。',
  },
  { title: '我市', active: '2023年，我局公开我市经济运行信息316条。' },
  // 7. The year.
  { title: 'the year before to compare with', requests: '2023年，我局收到政府信息公开申请14件，2022年为11件。' },
  {
    title: 'a sentence of another year',
    active: '2022年，我局通过门户网站公开政府信息316条。',
    finds: ['META.YEAR warning'],
  },
  {
    title: 'measures for the year that is over',
    problems: '存在的问题：数据解读不够通俗。改进措施：2023年，我局将每季度发布一期图解。',
    finds: ['META.YEAR warning'],
  },
  {
    title: 'measures for the next year',
    problems: '存在的问题：数据解读不够通俗。改进措施：2024年，我局将每季度发布一期图解。',
  },
  { title: 'a plan with its years', active: '2023年，我局公开“十四五”规划（2021—2025年）实施情况等信息316条。' },
  { title: 'a yearbook of the year before', active: '2023年，我局公开《青禾统计年鉴2022》等信息316条。' },
  { title: 'documents since another year', management: '对2015年以来的规范性文件进行清理。' },
  { title: 'a budget of the next year', active: '2023年，我局公开2024年部门预算、2022年部门决算等信息316条。' },
  {
    title: 'a cut-off of another year',
    management: '截至2022年12月31日，我局公开目录更新2次。',
    finds: ['META.YEAR warning'],
  },
  { title: 'the notice of another year', management: '按照《2023年政务公开工作要点》更新目录。' },
  // 10. Doubled words, numbering, telephones, proportions.
  { title: 'a doubled word', supervision: '举办信息公开培训培训2次，配备专职人员1名。', finds: ['TXT.REPEAT notice'] },
  { title: 'a doubled mark', supervision: '举办信息公开培训2次，，配备专职人员1名。', finds: ['TXT.REPEAT notice'] },
  { title: 'words that are double by nature', supervision: '层层压实责任，常常督促检查，做到事事有人管、件件有着落。' },
  { title: 'numbers that repeat', supervision: '培训培养干部22名，配备专职人员1名。' },
  {
    title: 'an enumeration that skips',
    problems: '存在的问题：一是解读不够通俗；三是队伍力量不足。改进措施：加强培训。',
    finds: ['TXT.ENUM notice'],
  },
  {
    title: 'an enumeration in order',
    problems: '存在的问题：一是解读不够通俗；二是队伍力量不足。改进措施：一是加强培训；二是丰富形式。',
  },
  {
    title: 'a telephone too short',
    replace: [['请与青禾市统计局办公室联系', '请与青禾市统计局办公室联系（电话：010-623456）']],
    finds: ['META.PHONE notice'],
  },
  {
    title: 'a telephone',
    replace: [['请与青禾市统计局办公室联系', '请与青禾市统计局办公室联系（电话：010-62345678）']],
  },
  {
    title: 'an extension',
    replace: [['请与青禾市统计局办公室联系', '请与青禾市统计局办公室联系（电话：010-62345678-8012）']],
  },
  {
    title: 'a mobile telephone',
    replace: [['请与青禾市统计局办公室联系', '请与青禾市统计局办公室联系（电话：13812345678）']],
    finds: ['PRV.MOBILE error'],
  },
  { title: 'a number of a million', active: '2023年，我局公开信息316条，网站访问量1230000次。' },
  // 9. Labels.
  {
    title: 'a label with one other word',
    replace: [['4.保护第三方合法权益', '4.保护第三人合法权益']],
    finds: ['TBL.LABEL notice'],
  },
  { title: 'a label with its full stop', replace: [['5.属于三类内部事务信息', '5．属于三类内部事务信息']] },
  { title: 'a label with blanks', replace: [['行政处罚 |', '行 政 处 罚 |']] },
  { title: 'a head with other words', replace: [['本年制发件数', '本年制发件教']], finds: ['TBL.HEADER notice'] },
  { title: 'one label for another', replace: [['2.重复申请', '2.反复申请']], finds: ['TBL.LABEL notice'] },
  // 11. Fees.
  { title: 'a fee row and a fee notice', other: '本年度发出收费通知1件，总金额200元，实际收取0元。' },
  {
    title: 'fees both ways',
    other: '本年度未收取信息处理费。本年度收取信息处理费200元。',
    finds: ['T3.FEE-ROW warning'],
  },
  // 13. One slip.
  {
    title: 'a slip in one cell',
    replace: [['1.本机关不掌握相关政府信息 | 3 |', '1.本机关不掌握相关政府信息 | 4 |']],
    finds: ['T3.RESULT-SUM error', 'T3.ROW-TOTAL error'],
  },
  // Text in order.
  {
    title: 'a bracket not closed',
    supervision: '举办信息公开培训2次（含线上，配备专职人员1名。',
    finds: ['TXT.PAIR notice'],
  },
  { title: 'quotation marks', supervision: '落实“谁公开、谁负责”，举办信息公开培训2次。' },
  { title: 'old law', replace: [['国务院令第711号', '国务院令第492号']], finds: ['META.CITE-OLD warning'] },
  { title: 'old form', replace: [['〔2021〕30号', '〔2019〕60号']], finds: ['META.CITE-OLD warning'] },
  { title: 'brackets of another kind', replace: [['〔2021〕30号', '[2021]30号']] },
  {
    title: 'a heading slip',
    replace: [['五、存在的主要问题及改进情况', '五、存在的问题及改进情况']],
    finds: ['STR.HEADING notice'],
  },
  {
    title: 'a number of headings wrong',
    replace: [['六、其他需要报告', '五、其他需要报告']],
    finds: ['STR.ORDER warning'],
  },
  { title: 'late', replace: [['2024-01-18', '2024-02-18']], finds: ['META.DEADLINE-DEPT error'] },
  { title: 'on the last day', replace: [['2024-01-18', '2024-01-31']] },
];
