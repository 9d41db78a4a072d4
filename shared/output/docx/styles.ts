/**
 * How an official document looks: GB/T 9704-2012, 党政机关公文格式. Body 3号仿宋, 28 points a line, two characters in;
 * the title 2号小标宋, first headings 3号黑体; letterhead and rule in red. Where a font is missing, Word takes another.
 */

const ASCII = 'Times New Roman';
const fonts = (name: string) =>
  `<w:rFonts w:ascii="${ASCII}" w:hAnsi="${ASCII}" w:eastAsia="${name}" w:cs="${ASCII}"/>`;

interface Look {
  /** Properties of the paragraph, in the order of CT_PPr. */
  paragraph: string;
  font: '仿宋' | '黑体' | '方正小标宋简体';
  /** Half points. */
  size: number;
  colour?: string;
}

const LINE = '<w:spacing w:line="560" w:lineRule="exact"/>';
const TITLE_LINE = '<w:spacing w:before="280" w:after="280" w:line="640" w:lineRule="exact"/>';
const IN_CELL = '<w:spacing w:before="20" w:after="20" w:line="300" w:lineRule="exact"/>';
const TWO_IN = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const RED_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="1" w:color="FF0000"/></w:pBdr>';

const LOOKS: Record<string, Look> = {
  Letterhead: {
    paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="400"/><w:jc w:val="center"/>',
    ...{ font: '方正小标宋简体', size: 64, colour: 'FF0000' },
  },
  Number: { paragraph: `<w:keepNext/>${LINE}<w:jc w:val="center"/>`, font: '仿宋', size: 32 },
  Rule: {
    paragraph: `<w:keepNext/>${RED_RULE}<w:spacing w:line="120" w:lineRule="exact"/>`,
    ...{ font: '仿宋', size: 4 },
  },
  Title: { paragraph: `<w:keepNext/>${TITLE_LINE}<w:jc w:val="center"/>`, font: '方正小标宋简体', size: 44 },
  To: { paragraph: `<w:keepNext/>${LINE}`, font: '仿宋', size: 32 },
  Body: { paragraph: `${LINE}${TWO_IN}<w:jc w:val="both"/>`, font: '仿宋', size: 32 },
  Heading: { paragraph: `<w:keepNext/>${LINE}${TWO_IN}`, font: '黑体', size: 32 },
  Head: { paragraph: `<w:keepNext/>${IN_CELL}<w:jc w:val="center"/>`, font: '黑体', size: 21 },
  Middle: { paragraph: `${IN_CELL}<w:jc w:val="center"/>`, font: '仿宋', size: 21 },
  Cell: { paragraph: IN_CELL, font: '仿宋', size: 21 },
  // Never alone on a page: the signature keeps to the line before it.
  Sign: {
    paragraph: `<w:keepNext/><w:keepLines/>${LINE}<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>`,
    ...{ font: '仿宋', size: 32 },
  },
};

const styles = Object.entries(LOOKS).map(
  ([name, { paragraph, font, size, colour }]) =>
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${name}"><w:name w:val="gouji ${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:pPr>${paragraph}</w:pPr><w:rPr>${fonts(font)}${colour ? `<w:color w:val="${colour}"/>` : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`,
);

/** `word/styles.xml`. @param main namespace of WordprocessingML */
export const stylesXml = (main: string): string =>
  `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋')}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${styles.join('')}</w:styles>`;
