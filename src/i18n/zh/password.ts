import { entryLimits } from '#core/contract/lists.ts';

const { passwordMin, passwordMax } = entryLimits;

export const password = {
  // Setting one by a link
  title: '设置密码',
  intro: '这个链接只能用一次。设好密码后直接进入系统。',
  noLink: '这一页要用管理员给的一次性链接打开。',
  rules: [
    `${passwordMin} 到 ${passwordMax} 个字符，汉字、空格也算`,
    '用一句只有自己想得到的话，不用常见的词、连续的数字或键盘上相邻的键',
    '不能包含自己的账号',
  ],
  rulesTitle: '密码要求',
  password: '新密码',
  show: '显示密码',
  hide: '隐藏密码',
  submit: '设置密码并登录',
  submitting: '正在设置',
  tooShort: (length: number) => `现在是 ${length} 个字符，至少要 ${passwordMin} 个。`,
  // One's own account
  ownTitle: '我的账号',
  login: '账号',
  name: '姓名',
  department: '部门',
  noDepartment: '不属于任何部门',
  roles: '角色',
  changeTitle: '修改密码',
  changeNote: '改好后，其他设备上的登录会全部退出。',
  current: '原密码',
  missingCurrent: '请输入原密码。',
  change: '修改密码',
  changing: '正在修改',
  changed: '密码已修改，其他设备上的登录已退出。',
  noPassword: '这个账号不用本系统的密码登录。',
  signInFirst: '先登录，才能看自己的账号。',
  signIn: '去登录',
  noConnection: '连不上服务器，请检查网络后再试。',
};
