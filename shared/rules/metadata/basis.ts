/** The article that sets the dates of publication. */

import type { Text } from '../../domain/labels.ts';

/** Departments by 31 January, governments by 31 March; 492号令 art. 31: all agencies by 31 March. */
export const ARTICLE_49: Text = {
  zh: '《政府信息公开条例》第四十九条',
  en: 'Regulations on Open Government Information, art. 49',
};
