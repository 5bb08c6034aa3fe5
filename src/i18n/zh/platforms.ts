import type { PlatformKind } from '#core/contract/lists.ts';

const kinds: Record<PlatformKind, string> = {
  major: '重大平台',
  centre: '创新中心',
  liaison: '联络处',
  institute: '研究院、实验室',
  makerspace: '众创空间',
  incubator: '孵化器',
  park: '园区',
  enclave: '人才飞地',
  'overseas-incubator': '域外孵化器',
  district: '湖区',
  'service-centre': '服务综合体',
  workstation: '博士后工作站',
};

export const platforms = {
  pageName: '平台',
  kinds,
  // Matrix
  matrix: '孵化载体：级别和类型',
  notAdded: (a: string, b: string) => `${a}与${b}，不相加`,
  namesMissing: '名称未列',
  moreNames: (count: number) => `另 ${count} 家名称未列`,
  // Figures
  major: '签约的重大平台',
  others: '载体与入驻',
  // The register
  register: (count: number) => `在册平台 ${count} 个，按阶段和地点`,
  registerName: '在册平台，按阶段',
  count: (shown: number, total: number) =>
    shown === total ? `共 ${total} 个` : `${shown} / ${total} 个`,
  filters: '筛选',
  stages: '按阶段筛选',
  kind: '类型',
  level: '级别',
  all: '全部',
  clear: '清除筛选',
  nothingMatches: '没有平台符合这些条件',
  more: (count: number) => `再显示 ${count} 个`,
  elsewhere: '其他地点',
  moreOnWall: (count: number) => `另有 ${count} 个`,
  columns: {
    name: '名称',
    kind: '类型',
    level: '级别',
    place: '地点',
    partner: '合作方',
    recognised: '认定',
    source: '来源',
    note: '备注',
  },
  groupCount: (count: number) => `${count} 个`,
  noLevel: '未列',
  noPartner: '未列',
  noDate: '未列',
};
