/** What a reader left out or could not tell, in words for the person who sent the file. */
import type { Text } from '../domain/labels.ts';

const counted =
  (zh: string, en: string) =>
  (count: number): Text => ({ zh: zh.replace('#', String(count)), en: en.replace('#', String(count)) });

export const NOTES = {
  hiddenSheets: counted('隐藏的工作表没有读取（#张）。', 'Hidden sheets were left out: #.'),
  hiddenRows: counted('隐藏的行没有读取（#行）。', 'Hidden rows were left out: #.'),
  hiddenColumns: counted('隐藏的列没有读取（#列）。', 'Hidden columns were left out: #.'),
  uncomputed: counted(
    '有#个公式保存时没有计算结果，对应的单元格没有数字。',
    'Formulas saved without their result, whose cells have no number: #.',
  ),
  lost: counted('有#处文字无法解码，已丢失。', 'Places whose text could not be decoded and is lost: #.'),
  slanted: counted('斜排的文字（水印）没有读取（#字）。', 'Slanted text (a watermark) was left out, in characters: #.'),
  copy: { zh: '正文重复出现，第二份没有读取。', en: 'A second copy of the text was left out.' },
  contents: { zh: '目录没有读取。', en: 'The table of contents was left out.' },
  lists: {
    zh: '自动编号的定义不完整，部分编号没有读取。',
    en: 'Definitions of automatic lists are cut: some of their numbers were not read.',
  },
  embedded: { zh: '文档中嵌入的一个文件无法读取。', en: 'A file that the document takes in could not be read.' },
} as const satisfies Record<string, Text | ((count: number) => Text)>;
