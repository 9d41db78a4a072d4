import { readFileSync } from 'node:fs';
import { areaList } from '@vant/area-data';
import { describe, expect, test } from 'vitest';
import { FORMER_REGIONS } from '../../shared/domain/data/former-regions.ts';
import { regionsModule } from '../../shared/domain/data/make-regions.ts';
import { levelOf, regionAncestors, regionName, regionOf } from '../../shared/domain/regions.ts';

const BODIES: [string, string | null, string][] = [
  ['浔阳区人民政府', '360403', 'government'],
  ['浔阳区人民政府办公室', '360403', 'department'],
  ['江西省九江市浔阳区财政局', '360403', 'department'],
  ['江西九江浔阳区财政局', '360403', 'department'],
  ['樟树市鹿江街道', '360982', 'town'],
  ['樟树市鹿江街道办事处', '360982', 'town'],
  ['华容县插旗镇人民政府', '430623', 'town'],
  ['华容县插旗镇人民政府党政办公室', '430623', 'town'],
  ['重庆市万盛经济技术开发区管理委员会办公室', '500110', 'other'],
  ['重庆市万盛经济技术开发区管理委员会财政局', '500110', 'department'],
  ['随县', '421321', 'government'],
  ['随县人民政府', '421321', 'government'],
  ['鼓楼区人民政府', null, 'government'],
  ['南京市鼓楼区人民政府', '320106', 'government'],
  ['江苏省', '320000', 'government'],
  ['江苏省人民政府', '320000', 'government'],
  ['北京市朝阳区建外街道办事处', '110105', 'town'],
  ['北京市朝阳区东湖地区办事处', '110105', 'town'],
  ['北京市人民政府', '110000', 'government'],
  ['吉林省吉林市生态环境局', '220200', 'department'],
  ['恩施州人民政府', '422800', 'government'],
  ['恩施市人民政府', '422801', 'government'],
  ['景宁县人民政府', '331127', 'government'],
  ['杭州市下城区人民政府', '330105', 'government'],
  ['石家庄高新技术产业开发区管委会', '130100', 'other'],
  ['九江市经济技术开发区管委会', '360400', 'other'],
  ['东莞市长安镇人民政府', '441900', 'town'],
  ['长安镇人民政府', null, 'town'],
  ['长春路街道办事处', null, 'town'],
  ['九江市城镇管理局', '360400', 'department'],
  ['生态环境部', null, 'ministry'],
  ['国家发展和改革委员会', null, 'ministry'],
  ['国家税务总局', null, 'ministry'],
  ['国家税务总局九江市税务局', '360400', 'department'],
  ['海关总署', null, 'ministry'],
  ['国务院国有资产监督管理委员会', null, 'ministry'],
  ['九江市国有资产监督管理委员会', '360400', 'department'],
  ['北京市城市管理委员会', '110000', 'department'],
  ['国家矿山安全监察局山西局', '140000', 'department'],
  ['国家能源局浙江监管办公室', '330000', 'department'],
  ['国家互联网信息办公室', null, 'ministry'],
  ['中国人民银行', null, 'ministry'],
  ['九江市委宣传部', '360400', 'department'],
  ['九江市第一中学', '360400', 'other'],
  ['示例市示例局', null, 'department'],
  ['云溪县人民政府', null, 'government'],
  ['云溪县', null, 'government'],
  ['青禾市柳桥镇人民政府', null, 'town'],
  ['某某风景名胜区', null, 'other'],
  ['示例海关关区', null, 'department'],
  ['示例海关', null, 'department'],
  ['示例综合实验区', null, 'other'],
  ['示例综合保税区', null, 'other'],
  ['示例自由贸易试验区', null, 'other'],
  ['示例里街', null, 'town'],
  ['示例里街道办', null, 'town'],
  ['示例镇党政办', null, 'town'],
  ['示例街道党政综合办公室', null, 'town'],
  ['示例经济开发区管委会党政办公室', null, 'other'],
  ['示例经济开发区管理委员会综合办公室', null, 'other'],
  ['示例经开区党政办公室', null, 'other'],
  ['示例经开区', null, 'other'],
  ['示例县委宣传部', null, 'department'],
  ['示例工程部', null, 'department'],
  ['示例大学', null, 'other'],
  ['示例大学党政办公室', null, 'other'],
  ['九江市水务集团有限公司', '360400', 'other'],
  ['九江市公安局浔阳分局', '360403', 'department'],
  ['九江市公安局浔阳区分局', '360403', 'department'],
  ['九江市自然资源和规划局浔阳分局', '360403', 'department'],
  ['九江市公安局开发区分局', '360400', 'department'],
  ['国家税务总局九江市浔阳区税务局', '360403', 'department'],
  ['九江市浔阳生态环境局', '360403', 'department'],
  ['九江市浔阳公安分局', '360403', 'department'],
  ['九江市浔阳自然资源和规划局', '360403', 'department'],
  ['九江市交通运输局浔阳大队', '360403', 'department'],
  ['赣州市于都生态环境局', '360731', 'department'],
  ['大理州漾濞生态环境局', '532922', 'department'],
  ['上海市公安局浦东分局', '310115', 'department'],
  ['国家统计局九江调查队', '360400', 'department'],
  ['国家金融监督管理总局九江监管分局', '360400', 'department'],
  ['中国证券监督管理委员会江西监管局', '360000', 'department'],
  ['中华人民共和国连云港海事局', '320700', 'department'],
  ['国家发展改革委', null, 'ministry'],
  ['人力资源社会保障部', null, 'ministry'],
  // Zones in whose name the city stands bare; 吉林 is a province and a city, 海南 also a district.
  ['九江经济技术开发区管理委员会', '360400', 'other'],
  ['北京经济技术开发区管理委员会', '110000', 'other'],
  ['吉林经济技术开发区管理委员会', null, 'other'],
  ['合肥新站高新技术产业开发区', '340100', 'other'],
  ['苏州工业园区', '320500', 'other'],
  ['示例镇示例社区居民委员会', null, 'other'],
  // 公安 and 民权 are counties of these cities, and words.
  ['荆州市公安局', '421000', 'department'],
  ['商丘市民权益保护局', '411400', 'department'],
];

test.each(BODIES)('%s: region %s, level %s', (agency, region, level) => {
  expect([regionOf(agency), levelOf(agency)]).toEqual([region, level]);
});

describe('area data', () => {
  test('is kept as the package has it', () => {
    expect(readFileSync(new URL('../../shared/domain/data/regions.ts', import.meta.url), 'utf8')).toBe(regionsModule());
  });

  const real = Object.entries(areaList.county_list).filter(([code]) => regionName(code) !== null);

  test('every county is found by its name below that of its city or province', () => {
    const wrong = real.filter(([code, name]) => {
      const city = areaList.city_list[`${code.slice(0, 4)}00`] ?? '';
      const parent = /直辖|^县$/.test(city) ? areaList.province_list[`${code.slice(0, 2)}0000`] : city;
      return regionOf(`${parent}${name}人民政府`) !== code;
    });
    expect(real.length).toBeGreaterThan(2800);
    expect(wrong).toEqual([]);
  });

  test('a county name that two counties bear leads nowhere, any other to its county', () => {
    const count = Map.groupBy(real, ([, name]) => name);
    const wrong = real.filter(([code, name]) => {
      const expected = count.get(name)?.length === 1 ? code : null;
      return regionOf(name) !== expected;
    });
    expect(wrong).toEqual([]);
  });

  test('former names lead to codes that exist, and none of them is a present name', () => {
    const present = new Set(real.map(([, name]) => name));
    for (const [name, code] of Object.entries(FORMER_REGIONS)) {
      expect([name, regionName(code), present.has(name)]).toEqual([name, expect.any(String), false]);
    }
  });

  test('ancestors go from the widest to the area itself', () => {
    expect(regionAncestors('360403')).toEqual(['360000', '360400', '360403']);
    expect(regionAncestors('360000')).toEqual(['360000']);
  });
});
