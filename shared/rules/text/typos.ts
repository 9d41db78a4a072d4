/** Slips that are certain in their surroundings: data of TXT.TYPO. Words that may be right anywhere do not belong here. */
export const TYPOS: readonly { wrong: RegExp; right: string }[] = [
  { wrong: /推对(?=政务|政府|信息|工作|公开)/, right: '对' },
  { wrong: /试示(?=点)/, right: '示范' },
  { wrong: /(?<=文字和|以)图标(?=形式|方式)/, right: '图表' },
  { wrong: /(?<=申请表?)接受(?=情况)/, right: '接收' },
  { wrong: /全力以(?=打造|推进|做好|抓好)/, right: '全力' },
  { wrong: /(?<=依法|有序|及时|准确|扎实|有效|全面)的(?=进行|开展|推进|实施|落实)/, right: '地' },
  { wrong: /布署/, right: '部署' },
  { wrong: /既使/, right: '即使' },
  { wrong: /按装/, right: '安装' },
  { wrong: /座谈会议会/, right: '座谈会' },
  { wrong: /政府信息公开公开/, right: '政府信息公开' },
  { wrong: /依申请公开公开/, right: '依申请公开' },
];
