/** The seven open questions of the default dataset: what the source leaves open, or says twice. */
import type { QuestionRow } from './rows.ts';

const OPEN = { settledOn: null, resolution: null, reason: null } as const;

export const questions: readonly QuestionRow[] = [
  {
    id: 'q.major-platforms',
    number: 1,
    title: { zh: '签约落地重大平台：4 个还是 3 个', en: 'Major platforms signed: 4 or 3' },
    summary: {
      zh: '重大平台签约：同一篇报道先作 4 个、后作 3 个',
      en: 'Major platforms signed: one article says 4, then 3',
    },
    statements: [
      {
        text: { zh: '导语作 4 个', en: 'The lead says 4' },
        source: 'A2',
        figure: 'platform.deeproots.major',
      },
      {
        text: {
          zh: '后文作 3 个，未含海上风能技术实验室',
          en: 'A later paragraph says 3, without the offshore wind laboratory',
        },
        source: 'A2',
        figure: 'platform.deeproots.major.alt',
      },
    ],
    indicators: ['platform.deeproots.major', 'platform.deeproots.major.alt'],
    frameworks: [],
    elements: [],
    platforms: ['p.deep.wind'],
    arisesOn: '2021-04-30',
    ...OPEN,
  },
  {
    id: 'q.frame',
    number: 2,
    title: {
      zh: '改革框架：1+5+1 还是 1+5+2，末位“1”是什么',
      en: 'The reform frame: 1+5+1 or 1+5+2, and what the last “1” is',
    },
    summary: {
      zh: '改革框架：1+5+1 与 1+5+2，末位“1”未写明',
      en: 'Reform frame: 1+5+1 and 1+5+2; the last “1” is not spelled out',
    },
    statements: [
      {
        text: { zh: '“1+5+1”总体方案，未逐项写明', en: 'A 1+5+1 overall plan, not spelled out' },
        source: 'A1',
        figure: null,
      },
      {
        text: { zh: '“1+5+2”工作体系，未逐项写明', en: 'A 1+5+2 work system, not spelled out' },
        source: 'A3',
        figure: null,
      },
      {
        text: {
          zh: '省里 2021 年公布的 1+5+2 末位为理论体系、制度规范体系；任务归属哪个支柱，来源未说明，页面所列为数据集的默认放置',
          en: 'The province’s published 1+5+2 of 2021 ends in the theory system and the institution system; under which pillar a task hangs is not stated and is this dataset’s default',
        },
        source: null,
        figure: null,
      },
    ],
    indicators: [],
    frameworks: ['f.reform'],
    elements: ['e.roof'],
    platforms: [],
    arisesOn: '2021-05-31',
    ...OPEN,
  },
  {
    id: 'q.deep-roots',
    number: 3,
    title: { zh: '深根计划：1+N 与 1+4+N', en: 'Deep Roots: 1+N and 1+4+N' },
    summary: {
      zh: '1+4+N 的“4”按四个专组推定',
      en: 'The 4 of 1+4+N are taken to be the four task forces',
    },
    statements: [
      { text: { zh: '嘉兴为“1+N”', en: 'Jiaxing’s plan is 1+N' }, source: 'A2', figure: null },
      {
        text: {
          zh: '平湖为“1+4+N”；“4”按四个工作专组推定，两级并不矛盾',
          en: 'Pinghu’s is 1+4+N; the 4 are inferred to be the four task forces. Two levels, not a conflict',
        },
        source: 'A2',
        figure: null,
      },
    ],
    indicators: [],
    frameworks: ['f.deep-roots'],
    elements: [],
    platforms: ['p.deep.centre'],
    arisesOn: '2021-04-30',
    ...OPEN,
  },
  {
    id: 'q.credit',
    number: 4,
    title: { zh: '两笔授信是否重叠', en: 'Whether the two credit statements overlap' },
    summary: {
      zh: '两笔授信是否重叠不明',
      en: 'Whether the two credit statements overlap is not known',
    },
    statements: [
      {
        text: {
          zh: '投融资对接：6 家，1,800 万元',
          en: 'Matchmaking events: 6 companies, 18 M yuan',
        },
        source: 'A2',
        figure: 'finance.credit.a2.amount',
      },
      {
        text: {
          zh: '“科技贷”签约：4 家，1,200 万元',
          en: 'Kejidai signing: 4 companies, 12 M yuan',
        },
        source: 'A5',
        figure: 'finance.credit.a5.amount',
      },
    ],
    indicators: [
      'finance.credit.a2.companies',
      'finance.credit.a2.amount',
      'finance.credit.a5.companies',
      'finance.credit.a5.amount',
    ],
    frameworks: [],
    elements: [],
    platforms: [],
    arisesOn: '2021-05-31',
    ...OPEN,
  },
  {
    id: 'q.engineers',
    number: 5,
    title: { zh: '海外工程师：34 名与 18 名', en: 'Overseas engineers: 34 and 18' },
    summary: {
      zh: '34 名为两年在岗，18 名为 2020 年新增',
      en: '34 were at work over two years, 18 are new in 2020',
    },
    statements: [
      {
        text: {
          zh: '近两年 34 名，未写明哪两年',
          en: '34 in the last two years, which are not named',
        },
        source: 'A5',
        figure: 'talent.engineer.2y',
      },
      {
        text: { zh: '2020 年新增 18 名', en: '18 new in 2020' },
        source: 'A5',
        figure: 'talent.engineer.2020',
      },
    ],
    indicators: ['talent.engineer.2y', 'talent.engineer.2020'],
    frameworks: [],
    elements: [],
    platforms: [],
    arisesOn: '2021-05-31',
    ...OPEN,
  },
  {
    id: 'q.makerspaces',
    number: 6,
    title: {
      zh: '国家级众创空间：五年 2 家与 2020 年 2 家',
      en: 'National makerspaces: 2 in five years and 2 in 2020',
    },
    summary: {
      zh: '国家级众创空间 2 家，五年与 2020 年为同一批',
      en: 'The 2 national makerspaces of the five years are the 2 of 2020',
    },
    statements: [
      {
        text: { zh: '“十三五”新增 2 家', en: '2 new in the 13th Five-Year Plan' },
        source: 'A5',
        figure: 'platform.national.makerspace',
      },
      {
        text: { zh: '2020 年新增 2 家，是同一批', en: '2 new in 2020, the same two' },
        source: 'A5',
        figure: 'platform.2020.national.makerspace',
      },
    ],
    indicators: ['platform.national.makerspace', 'platform.2020.national.makerspace'],
    frameworks: [],
    elements: [],
    platforms: [],
    arisesOn: '2020-12-31',
    ...OPEN,
  },
  {
    id: 'q.top-talents',
    number: 7,
    title: { zh: '168 人是否含在 2,956 人内', en: 'Whether the 168 are among the 2,956' },
    summary: {
      zh: '168 人是否含在 2,956 人内未说明',
      en: 'Whether the 168 are among the 2,956 is not stated',
    },
    statements: [
      {
        text: { zh: '引进各类高层次人才 2,956 人', en: '2,956 high-level talents introduced' },
        source: 'A5',
        figure: 'talent.highlevel.135',
      },
      {
        text: { zh: '引育省级以上高端人才 168 人', en: '168 provincial-or-above top talents' },
        source: 'A5',
        figure: 'talent.provincial.135',
      },
    ],
    indicators: ['talent.highlevel.135', 'talent.provincial.135'],
    frameworks: [],
    elements: [],
    platforms: [],
    arisesOn: '2020-12-31',
    ...OPEN,
  },
];
