import type { MovementKind, Qualifier, SubmissionKind } from '#core/contract/lists.ts';
import type { MoneyUnit, NumberFault } from '#core/domain/decimal-text.ts';

const qualifiers: Record<Qualifier, string> = {
  exact: '正好',
  over: '超过',
  under: '不到',
  cap: '最高',
};

const moneyUnits: Record<MoneyUnit, string> = { yuan: '元', wan: '万元', yi: '亿元' };

const movements: Record<MovementKind, string> = {
  committed: '承诺',
  planned: '计划',
  disbursed: '拨付',
  spent: '支出',
};

const kinds: Record<SubmissionKind, string> = {
  'check-in': '任务填报',
  observation: '指标',
  movement: '资金',
};

const numberFaults: Record<NumberFault, string> = {
  empty: '请填写数值。',
  fault: '这不是一个数，只写数字和小数点。',
  fraction: '小数位数过多。',
  size: '这个数太大了。',
};

export const enter = {
  title: '指标与资金录入',
  for: (department: string) => `为${department}录入`,
  today: (day: string) => `数据日期不晚于 ${day}`,
  reviewed: '提交后先由审核员审核，通过后才计入看板。',
  failed: '录入清单',
  nothing: '没有由您的部门录入的指标和资金',
  nothingNote: '由谁录入，由管理员在登记册里指定。',
  find: '查找指标或资金',
  figures: '指标',
  funds: '资金',
  none: '没有符合的条目。',
  more: (hidden: number) => `还有 ${hidden} 条，请用查找缩小范围。`,
  never: '还没有数',
  age: (days: number) => (days === 0 ? '就在今日' : `${days} 天前`),
  waiting: (count: number) => `${count} 条待审核`,
  draft: '有草稿',
  choose: '从左边选一项开始录入。',
  // Beside the field
  last: '上一次',
  definition: '口径',
  undefined: '还没有写明口径。',
  source: '来源',
  noSource: '来源未列',
  entered: '录入',
  approved: (name: string) => `${name} 审核`,
  // The form
  value: '数值',
  amount: '金额',
  unit: '单位',
  movement: '类别',
  movementLabel: '名称（可不填）',
  movementLabelEn: '英文名称（可不填）',
  movementLabelNote: '如“人才奖补首批”；不填英文的，两种语言都显示中文',
  movementLabelKept: (label: string) => `留空则仍叫“${label}”`,
  qualifier: '程度',
  asOf: '数据日期',
  asOfNote: '写成 2021-05-31；只知道月份就写 2021-05',
  badDate: '日期写成 2021-05-31 或 2021-05。',
  period: '所属期间（可不填）',
  from: '从',
  to: '到',
  badPeriod: '期间的两个日期要么都填，要么都不填。',
  sourceNone: '未列',
  fen: (fen: string) => `= ${fen} 分`,
  correct: '更正已有的一条',
  correctNone: '不更正，新增一条',
  earlier: '找更早的',
  correctSought: '正在找要更正的那一条',
  correctGone: '要更正的那一条已被更正，请另选',
  correctFigure: (what: string) => `更正 ${what}`,
  reason: '更正原因',
  reasonNote: '原来的数仍留在记录里。',
  noReason: '请写明更正的原因。',
  questions: '请先看一眼',
  right: '核对过，没有错',
  submit: '提交',
  submitting: '正在提交',
  discard: '清空',
  kept: '草稿已存在这台设备上。',
  recorded: '已记录，看板上已是新的数。',
  put: '已提交，等待审核。',
  conflict: (what: string) => `现在记录的是 ${what}。`,
  reused: '上一次提交可能已经收到，请先看一下记录；确认没有，再提交一次。',
  noConnection: '连不上服务器，草稿还在，连上后再提交。',
  qualifiers,
  moneyUnits,
  movements,
  kinds,
  numberFaults,
};
