/** The sources that several rules rest on, as they are printed with a finding (facts of the catalogue that are confirmed). */

import type { Text } from '../domain/labels.ts';

/** Required contents. */
export const ARTICLE_50: Text = {
  zh: '《政府信息公开条例》第五十条',
  en: 'Regulations on Open Government Information, art. 50',
};

/** Form of the report from 2021 on; also its tables 2, 3 and 4. */
export const FORM_2021: Text = {
  zh: '国办公开办函〔2021〕30号《政府信息公开工作年度报告格式》',
  en: 'Form of the annual report, 国办公开办函〔2021〕30号',
};

export const FORM_2021_TABLE_3: Text = {
  zh: '国办公开办函〔2021〕30号所附表三的勾稽关系',
  en: 'Sums of table 3 as printed on the form, 国办公开办函〔2021〕30号',
};

/** Table 4. */
export const FORM_2021_TABLE_4: Text = {
  zh: '国办公开办函〔2021〕30号所附表四',
  en: 'Table 4 of the form, 国办公开办函〔2021〕30号',
};

/** Tariff of 信息处理费. */
export const FEE_REGULATION: Text = {
  zh: '国办函〔2020〕109号《政府信息公开信息处理费管理办法》',
  en: 'Rules on processing fees, 国办函〔2020〕109号',
};

/** Who may make 规章: ministries, provinces, 设区的市 and 自治州. */
export const RULEMAKING_POWER: Text = {
  zh: '《立法法》关于规章制定权限的规定',
  en: 'Legislation Law, on who may make regulations (规章)',
};

/** The unit is printed in the header of table 2. */
export const FORM_2021_TABLE_2: Text = {
  zh: '国办公开办函〔2021〕30号所附表二',
  en: 'Table 2 of the form, 国办公开办函〔2021〕30号',
};

/** Accountability for reports that are late, inaccurate, incomplete or copied. */
export const FORM_2021_LIABILITY: Text = {
  zh: '国办公开办函〔2021〕30号第（四）项',
  en: '国办公开办函〔2021〕30号, (4)',
};
