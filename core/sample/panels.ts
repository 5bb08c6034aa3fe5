/** What the overview of the default dataset shows, panel by panel. */
import type { PanelRow } from './rows.ts';

export const panels: readonly PanelRow[] = [
  {
    id: 'finance',
    title: { zh: '金融与项目', en: 'Finance and projects' },
    note: null,
    blocks: [
      {
        kind: 'numbers',
        size: 'l',
        codes: ['finance.keyidai.companies', 'finance.keyidai.amount', 'finance.branch.loans.2020'],
        divided: false,
      },
      {
        kind: 'apart',
        title: { zh: '授信两说，不相加', en: 'Two credit statements, not added' },
        question: 4,
        statements: [
          ['finance.credit.a2.companies', 'finance.credit.a2.amount'],
          ['finance.credit.a5.companies', 'finance.credit.a5.amount'],
        ],
      },
      {
        kind: 'pipeline',
        total: 'project.tsinghua.pipeline',
        part: 'project.tsinghua.intent',
        landed: 'project.tsinghua.landed',
        investment: 'project.tsinghua.investment',
      },
    ],
  },
  {
    id: 'talent',
    title: { zh: '人才', en: 'Talent' },
    note: null,
    blocks: [
      {
        kind: 'numbers',
        size: 'l',
        codes: ['talent.highlevel.135', 'talent.provincial.135'],
        divided: true,
      },
      {
        kind: 'numbers',
        size: 'm',
        codes: ['talent.academician.2019', 'talent.engineer.2020'],
        divided: true,
      },
      {
        kind: 'flow',
        title: { zh: '海外工程师，近两年', en: 'Overseas engineers, last two years' },
        codes: [
          'talent.engineer.2y',
          'talent.engineer.2y.companies',
          'talent.engineer.2y.problems',
        ],
      },
    ],
  },
  {
    id: 'governance',
    title: { zh: '机制运行', en: 'Governance' },
    note: null,
    blocks: [
      {
        kind: 'numbers',
        size: 'l',
        codes: ['governance.rank.2020', 'governance.problems.solved', 'governance.problems.days'],
        divided: false,
      },
      {
        kind: 'ratio',
        part: 'governance.centre.departments.staffed',
        whole: 'governance.centre.departments',
        label: { zh: '创新中心部门到岗', en: 'Centre departments staffed' },
      },
      {
        kind: 'numbers',
        size: 'm',
        codes: ['governance.taskforces', 'governance.tsinghua.institutes', 'talent.activities'],
        divided: false,
      },
    ],
  },
  {
    id: 'ground',
    title: { zh: '深根计划', en: 'Deep Roots plan' },
    note: null,
    blocks: [
      {
        kind: 'numbers',
        size: 'm',
        codes: ['governance.rank.2020', 'governance.problems.solved', 'governance.problems.days'],
        divided: false,
      },
    ],
  },
  {
    id: 'major',
    title: { zh: '重大平台', en: 'Major platforms' },
    note: null,
    blocks: [{ kind: 'numbers', size: 'm', codes: ['platform.deeproots.major'], divided: false }],
  },
  {
    id: 'subsidy',
    title: { zh: '海外工程师补助', en: 'Overseas-engineer subsidy' },
    note: null,
    blocks: [
      {
        kind: 'numbers',
        size: 'm',
        codes: [
          'talent.engineer.subsidy',
          'talent.engineer.subsidy.rate',
          'talent.engineer.subsidy.cap',
        ],
        divided: false,
      },
    ],
  },
];
