import type { ProblemCode } from '#core/contract/lists.ts';
import type { Fault } from '#src/lib/address.ts';

const FAULTS: Record<Fault['kind'], (fault: Fault) => string> = {
  date: ({ param, given }) => `地址里的 ${param}=${given} 不是一个日期。日期写成 2021-05-31 这样。`,
  instant: ({ param, given }) =>
    `地址里的 ${param}=${given} 不是一个时刻。时刻写成 2021-05-31T08:00:00.000Z 这样。`,
  choice: ({ param, given }) => `地址里的 ${param}=${given} 不在可选的值之中。`,
  unknown: ({ param }) => `地址里的参数 ${param} 不认识。`,
  repeated: ({ param, given }) => `地址里的 ${param} 写了不止一次（${given}），不知道该用哪一个。`,
  order: ({ given }) => `基准日 ${given} 晚于数据截至日，无法比较。`,
};

const CODES: Record<ProblemCode, string> = {
  'bad-date': '地址里的日期不能用。',
  'bad-instant': '地址里的时刻不能用。',
  'bad-parameter': '地址里有一个值不能用。',
  'unknown-parameter': '地址里有一个参数不认识。',
  'compare-after-as-of': '基准日晚于数据截至日，无法比较。',
  'query-too-long': '地址太长，无法处理。',
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
  back: '回到总览',
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
