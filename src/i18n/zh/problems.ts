import type { ProblemCode } from '#core/contract/lists.ts';
import type { Fault } from '#src/lib/address.ts';

const FAULTS: Record<Fault['kind'], (fault: Fault) => string> = {
  date: ({ param, given }) => `地址里的 ${param}=${given} 不是一个日期。日期写成 2021-05-31 这样。`,
  instant: ({ param, given }) =>
    `地址里的 ${param}=${given} 不是一个时刻。时刻写成 2021-05-31T08:00:00.000Z 这样。`,
  choice: ({ param, given }) => `地址里的 ${param}=${given} 不在可选的值之中。`,
  unknown: ({ param }) => `地址里的参数 ${param} 不认识。`,
  repeated: ({ param, given }) => `地址里的 ${param} 写了不止一次（${given}），不知道该用哪一个。`,
  elsewhere: ({ param, given }) => `地址里的 ${param}=${given} 不属于这一页，别的页面才用得上它。`,
  order: ({ given }) => `基准日 ${given} 晚于数据截至日，无法比较。`,
};

const CODES: Record<ProblemCode, string> = {
  'bad-date': '地址里的日期不能用。',
  'bad-instant': '地址里的时刻不能用。',
  'bad-parameter': '地址里有一个值不能用。',
  'unknown-parameter': '地址里有一个参数不认识。',
  'compare-after-as-of': '基准日晚于数据截至日，无法比较。',
  'query-too-long': '地址太长，无法处理。',
  'bad-body': '提交的内容有不符合要求的地方。',
  'too-large': '内容太大，没有收下。',
  'unsupported-media': '不收这种文件。',
  'not-accepted': '这样填报不能收下，请看各项说明。',
  'confirm-first': '有几处请先确认，再提交。',
  unauthenticated: '请先登录。',
  forbidden: '这不在您的权限之内。',
  'foreign-origin': '请求来自别的网站，没有执行。',
  'too-many-attempts': '尝试次数太多，请过一会儿再试。',
  'wrong-credentials': '账号或密码不对。',
  'link-spent': '这个链接已经用过或已过期，请向管理员要一个新的。',
  conflict: '同一内容刚刚被别人改过，没有写入。',
  'key-reused': '同一次提交的内容前后不一致，没有写入。',
  'stale-version': '您打开之后，别人先提交了一次。',
  'version-required': '没有说明是在哪个版本上修改的，没有写入。',
  'not-found': '没有找到要看的内容。',
  'unknown-route': '服务器不认识这个地址。',
  'method-not-allowed': '服务器不接受这种请求。',
  'not-ready': '服务器正在启动，稍后会自动重试。',
  'store-unavailable': '数据库暂时连不上，稍后会自动重试。',
  internal: '服务器出错了，稍后会自动重试。',
};

export const problems = {
  badAddress: '地址里有不能用的内容',
  fault: (fault: Fault) => FAULTS[fault.kind](fault),
  openWithout: (page: string) => `不带它，打开“${page}”`,
  lookAt: (what: string) => `改看 ${what}`,
  lookOn: (page: string, what: string) => `在“${page}”页看 ${what}`,
  openNearest: (page: string) => `最接近的是“${page}”，打开`,
  back: '回到总览',
  signInFirst: '这里要先登录',
  signIn: '去登录',
  notFound: '没有这个页面',
  notFoundDetail: (path: string) =>
    `${path} 不在本系统的页面之中。地址可能写错了，或页面已经移走。`,
  failed: '没有取到数据',
  code: (code: ProblemCode) => CODES[code],
  status: (status: number) => `服务器答复了 ${status}，没有说明原因。`,
  noConnection: '连不上服务器。连上之后会自动显示，不用刷新。',
  timedOut: '服务器没有按时答复，稍后会自动重试。',
  retry: '重试',
  crashed: '页面出错了',
  crashedDetail: '数据没有受影响。可以重新打开；仍不行请联系管理员。',
  reload: '重新打开',
};
