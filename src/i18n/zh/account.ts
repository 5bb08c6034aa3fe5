import type { Role } from '#core/contract/lists.ts';

const roles: Record<Role, string> = {
  viewer: '领导（查看）',
  reporter: '填报员',
  head: '部门负责人',
  reviewer: '审核员',
  administrator: '管理员',
  'system-officer': '系统管理员',
  'security-officer': '安全保密员',
  'audit-officer': '安全审计员',
};

export const account = {
  /** 填报员、审核员 */
  held: (held: readonly Role[]) => held.map((role) => roles[role]).join('、'),
  /** 市科技局 · 填报员 */
  who: (department: string | null, held: readonly Role[]) =>
    [department, held.map((role) => roles[role]).join('、')]
      .filter((part) => part !== null)
      .join(' · '),
  signIn: '登录',
  signOut: '退出登录',
  signOutFailed: '没有退出成功，请再试一次。',
  change: '换一个身份',
  tabs: '手机导航',
  tabTasks: '任务',
  tabOverview: '总览',
  tabMe: '我的',
  menu: '账号',
  myTasks: '我的任务',
  // The page
  title: '登录',
  login: '账号',
  password: '密码',
  submit: '登录',
  submitting: '正在登录',
  missingLogin: '请输入账号。',
  missingPassword: '请输入密码。',
  wait: (seconds: number) =>
    seconds < 120
      ? `尝试次数太多，请 ${seconds} 秒后再试。`
      : `尝试次数太多，请 ${Math.ceil(seconds / 60)} 分钟后再试。`,
  doors: '其他方式',
  choicesTitle: '选一个身份',
  choicesNote: '这是演示：选一个身份就能试用，所填内容只留在这个页面里，重新打开就没有了。',
  openReading: '看板不登录也能看；填报要先登录。',
  closedReading: '这个工作台要先登录才能看。',
  noWay: '这里还没有开通登录方式，请联系管理员。',
  already: (who: string) => `现在的身份是 ${who}。`,
  goOn: '继续',
  noConnection: '连不上服务器，请检查网络后再试。',
};
