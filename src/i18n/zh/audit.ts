import type { AuditOutcome, ProblemCode } from '#core/contract/lists.ts';

const ACTIONS: Readonly<Record<string, string>> = {
  'session.open': '登录',
  'session.close': '退出',
  'password.set': '设置密码',
  'password.change': '修改密码',
  'account.create': '新建账号',
  'account.change': '修改账号',
  'account.link': '发一次性链接',
  'account.end-sessions': '结束登录',
  'check-in.create': '填报任务',
  'file.add': '上传材料',
  'observation.create': '填报指标值',
  'movement.create': '填报资金',
  'submission.review': '审核',
  'questions.settle': '处理待核口径',
  'workspace.change': '修改工作台',
  'screen.confirm': '登记大屏',
  'screen.change': '修改大屏',
  'screen.command': '指挥大屏',
  'screen.revoke': '撤销大屏',
  'screen.settings': '修改大屏更新时间',
  'meeting.create': '新建会议',
  'meeting.change': '修改会议',
  'meeting.agenda': '修改议程',
  'meeting.freeze': '冻结会议数据',
  'meeting.begin': '开始会议',
  'meeting.pair': '生成遥控配对码',
  'meeting.paired': '手机配对',
  'audit.retention': '到期清理',
};

const REGISTERS: Readonly<Record<string, string>> = {
  departments: '部门',
  sources: '来源',
  indicators: '指标',
  targets: '目标值',
  funds: '资金',
  platforms: '平台',
  frameworks: '框架',
  elements: '支柱',
  tasks: '任务',
  milestones: '节点',
};

const GROUPS: Readonly<Record<string, string>> = {
  session: '登录',
  password: '密码',
  account: '账号',
  'check-in': '任务填报',
  file: '材料',
  observation: '指标值',
  movement: '资金拨付',
  submission: '审核',
  questions: '待核口径',
  workspace: '工作台',
  screen: '大屏',
  meeting: '会议',
};

function actionName(action: string): string {
  const known = ACTIONS[action];
  if (known !== undefined) return known;
  const [register = '', verb] = action.split('.');
  const name = REGISTERS[register];
  if (name === undefined) return action;
  return verb === 'create' ? `新建${name}` : `修改${name}`;
}

const FAULTS = { changed: '被改动过', removed: '缺失', inserted: '是插进来的' } as const;

export const audit = {
  title: '审计记录',
  lead: '每一次写入、每一次被拒，谁、做了什么、从哪里来，都在这里；记录首尾相扣，改不了也删不掉。',
  action: actionName,
  /** Of actions that begin alike. */
  group: (group: string): string => GROUPS[group] ?? REGISTERS[group] ?? group,
  outcomes: { done: '已执行', refused: '被拒绝' } satisfies Record<AuditOutcome, string>,
  time: '时间',
  who: '谁',
  what: '做什么',
  subject: '对象',
  outcome: '结果',
  address: '来源地址',
  nobody: '未登录',
  system: '系统',
  unknownAddress: '不详',
  from: '从',
  to: '到',
  anyAction: '全部操作',
  anyOutcome: '全部结果',
  subjectHint: '如 tasks: 或 departments:d.bureau',
  clear: '清除筛选',
  only: (name: string) => `只看 ${name}`,
  number: '序号',
  change: '改了什么',
  field: '字段',
  before: '之前',
  after: '之后',
  nothing: '无',
  noChange: '没有内容上的变化。',
  hash: '校验值',
  more: '再看更早的',
  loading: '正在取……',
  none: '没有符合条件的记录。',
  failed: '没有取到记录。',
  retry: '重试',
  exportFile: '导出 CSV',
  verify: '检查完整性',
  verifying: '正在检查……',
  whole: (rows: number) => `检查了 ${rows} 条，首尾相扣，没有改动、缺失或插入。`,
  broken: (row: number | null, fault: keyof typeof FAULTS | null) =>
    `记录不完整：第 ${row} 条${fault === null ? '有问题' : FAULTS[fault]}。请保留现场并查明原因。`,
  verifyFailed: '没有检查成，请再试一次。',
  code: (code: ProblemCode | string) => `原因代码 ${code}`,
};
