/** Departments, sources, funds and frameworks of the default dataset. */
import type { DepartmentRow, ElementRow, FrameworkRow, FundRow, SourceRow } from './rows.ts';

export const departments: readonly DepartmentRow[] = [
  { id: 'd.bureau', name: { zh: '市科技局', en: 'Science and Technology Bureau' }, review: false },
  { id: 'd.centre', name: { zh: '平湖创新中心', en: 'Pinghu Innovation Centre' }, review: false },
  {
    id: 'd.related',
    name: { zh: '市属相关部门', en: 'Municipal departments concerned' },
    review: false,
  },
];

/** The seven articles of one page of a local newspaper; titles only, none of their sentences. */
export const sources: readonly SourceRow[] = [
  {
    id: 'A1',
    title: { zh: '数字化改革再深化', en: 'Digital reform taken further' },
    kind: 'brief',
    asOf: '2021-05',
    note: {
      zh: '数字化改革交流会；列出“1+5+1”总体方案下的任务',
      en: 'Exchange meeting on digital reform; names the tasks under the city’s 1+5+1 overall plan',
    },
  },
  {
    id: 'A2',
    title: { zh: '我市高质量推进“深根计划”实施', en: 'The city carries out the Deep Roots plan' },
    kind: 'feature',
    asOf: '2021-04-30',
    note: {
      zh: '“深根计划”一年来：机制、人才与资金、成效',
      en: 'The Deep Roots plan one year on: governance, talent and money, results',
    },
  },
  {
    id: 'A3',
    title: {
      zh: '市领导赴科技局调研数字化改革工作',
      en: 'A city leader visits the bureau on digital reform',
    },
    kind: 'brief',
    asOf: '2021-05',
    note: {
      zh: '外国人才“揭榜挂帅”服务系统及其节点；提到“1+5+2”工作体系',
      en: 'The foreign-talent challenge-bidding system and its dates; names a 1+5+2 work system',
    },
  },
  {
    id: 'A4',
    title: {
      zh: '嘉兴科技局调研组调研明湖科创湖区建设情况',
      en: 'Jiaxing’s bureau visits the Minghu science lake district',
    },
    kind: 'brief',
    asOf: '2021-05',
    note: {
      zh: '明湖科创湖区的规划、载体与项目',
      en: 'Planning, carriers and projects of the district',
    },
  },
  {
    id: 'A5',
    title: {
      zh: '我市创新机制加强科技人才队伍建设',
      en: 'New ways to build the science and technology workforce',
    },
    kind: 'feature',
    asOf: '2021-05',
    note: {
      zh: '人才：政策引才、平台育才、服务留才',
      en: 'Talent: policy to attract, platforms to grow, services to keep',
    },
  },
  {
    id: 'A6',
    title: {
      zh: '市科技局与金山区科委开展科技创新工作交流',
      en: 'Exchange with Jinshan district of Shanghai',
    },
    kind: 'brief',
    asOf: '2021-05',
    note: { zh: '与上海金山区的交流', en: 'Exchange with Jinshan district of Shanghai' },
  },
  {
    id: 'A7',
    title: { zh: '主题沙龙活动促进青年干部成长', en: 'A salon for young officers' },
    kind: 'brief',
    asOf: '2021-05',
    note: { zh: '党支部沙龙；不含指标', en: 'A salon of the party branch; carries no indicator' },
  },
];

export const funds: readonly FundRow[] = [
  {
    id: 'platform',
    name: { zh: '四大重点平台专项资金', en: 'Four-platform fund' },
    short: { zh: '平台专项', en: 'Platform fund' },
    kind: 'special',
    ordinal: 1,
    ownerDepartment: null,
  },
  {
    id: 'mother',
    name: { zh: '科创产业“母基金”', en: 'Fund of funds for science and innovation' },
    short: { zh: '母基金', en: 'Fund of funds' },
    kind: 'guidance',
    ordinal: 2,
    ownerDepartment: null,
  },
  {
    id: 'work',
    name: { zh: '深根计划工作专项资金', en: 'Deep Roots work fund' },
    short: { zh: '工作专项', en: 'Work fund' },
    kind: 'special',
    ordinal: 3,
    ownerDepartment: null,
  },
];

export const frameworks: readonly FrameworkRow[] = [
  {
    id: 'f.reform',
    code: '1+5+1',
    name: { zh: '数字化改革', en: 'Digital reform' },
    version: '2021',
    ordinal: 1,
    source: 'A1',
  },
  {
    id: 'f.deep-roots',
    code: '1+4+N',
    name: { zh: '深根计划', en: 'Deep Roots plan' },
    version: '2021',
    ordinal: 2,
    source: 'A2',
  },
];

/**
 * The five and the base carry the names of the province's published 1+5+2 of 2021; the last "1" is not spelled
 * out by the source and stays without a name until an administrator gives it one.
 */
export const elements: readonly ElementRow[] = [
  { id: 'e.roof', framework: 'f.reform', slot: 'roof', ordinal: 1, name: null },
  {
    id: 'e.party',
    framework: 'f.reform',
    slot: 'pillar',
    ordinal: 1,
    name: { zh: '党政机关整体智治', en: 'Whole-of-government smart governance' },
  },
  {
    id: 'e.government',
    framework: 'f.reform',
    slot: 'pillar',
    ordinal: 2,
    name: { zh: '数字政府', en: 'Digital government' },
  },
  {
    id: 'e.economy',
    framework: 'f.reform',
    slot: 'pillar',
    ordinal: 3,
    name: { zh: '数字经济', en: 'Digital economy' },
  },
  {
    id: 'e.society',
    framework: 'f.reform',
    slot: 'pillar',
    ordinal: 4,
    name: { zh: '数字社会', en: 'Digital society' },
  },
  {
    id: 'e.law',
    framework: 'f.reform',
    slot: 'pillar',
    ordinal: 5,
    name: { zh: '数字法治', en: 'Digital rule of law' },
  },
  {
    id: 'e.base',
    framework: 'f.reform',
    slot: 'base',
    ordinal: 1,
    name: { zh: '一体化智能化公共数据平台', en: 'Integrated smart public-data platform' },
  },
  {
    id: 'e.centre',
    framework: 'f.deep-roots',
    slot: 'centre',
    ordinal: 1,
    name: { zh: '平湖创新中心', en: 'Pinghu Innovation Centre' },
  },
  {
    id: 'e.standard',
    framework: 'f.deep-roots',
    slot: 'root',
    ordinal: 1,
    name: { zh: '标准化院长三角分院', en: 'Standardization branch' },
  },
  {
    id: 'e.icv',
    framework: 'f.deep-roots',
    slot: 'root',
    ordinal: 2,
    name: { zh: '智能网联汽车研究中心', en: 'Intelligent connected vehicles' },
  },
  {
    id: 'e.wind',
    framework: 'f.deep-roots',
    slot: 'root',
    ordinal: 3,
    name: { zh: '海上风能技术实验室', en: 'Offshore wind laboratory' },
  },
  {
    id: 'e.agri',
    framework: 'f.deep-roots',
    slot: 'root',
    ordinal: 4,
    name: { zh: '现代农业科技创新中心', en: 'Modern agriculture centre' },
  },
];
