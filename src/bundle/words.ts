/** What a bundle says of itself. */
import type { SignatureState } from '#server/bundle/open-bundle.ts';

const zh = {
  bundle: '离线包',
  readOnly: '只读副本',
  asOf: (date: string) => `数据截至 ${date}`,
  checked: (hash: string) => `校验值 ${hash} 相符`,
  about: '关于',
  aboutTitle: '关于这份离线包',
  aboutText:
    '数字都是会议冻结的那一刻的，没有服务器，也不联网。填报、决议和其他日期的数字，请到服务器上。',
  meeting: '会议',
  compare: '对比',
  none: '无',
  knownAt: '知悉时刻',
  frozenAt: '冻结时间',
  version: '版本',
  signature: '签名',
  signatures: {
    fits: '相符（ECDSA P-256）',
    unsigned: '没有签名',
    unchecked: '这个浏览器不能核对',
  } as Record<SignatureState, string>,
  link: '服务器上的会议',
  scan: '用手机扫码，到服务器上看这次会议',
  notHere: '这一页不在离线包里',
  notHereText: '离线包只能看。填报、审核、管理和大屏，请到服务器上。',
  toBoard: '看冻结的总览',
  damaged: '这份离线包已损坏，不能作为依据',
  damages: {
    incomplete: '文件夹里缺少文件。请把整个压缩包重新解压，再打开 index.html。',
    hash: '里面的数据与冻结时的校验值不符：文件被改过，或没有复制完整。什么都不显示。',
    signature: '冻结的签名对不上：校验值或时间被改过。什么都不显示。',
  },
  expected: '应为',
  found: '实为',
  unreadable: '读不出来',
  again: '请从服务器上的会议页重新下载。',
};

const en: typeof zh = {
  bundle: 'Offline bundle',
  readOnly: 'read-only copy',
  asOf: (date) => `data as of ${date}`,
  checked: (hash) => `hash ${hash} fits`,
  about: 'About',
  aboutTitle: 'About this offline bundle',
  aboutText:
    'Every number is that of the moment at which the meeting was frozen; there is no server behind it and it asks no network. Entries, decisions and other days are on the server.',
  meeting: 'Meeting',
  compare: 'Compared with',
  none: 'none',
  knownAt: 'Known at',
  frozenAt: 'Frozen at',
  version: 'Version',
  signature: 'Signature',
  signatures: {
    fits: 'fits (ECDSA P-256)',
    unsigned: 'not signed',
    unchecked: 'this browser cannot check it',
  },
  link: 'The meeting on its server',
  scan: 'Scan with a phone to see the meeting on its server',
  notHere: 'This page is not in the offline bundle',
  notHereText:
    'An offline bundle is for reading. Entering, reviewing, administering and walls are on the server.',
  toBoard: 'See the frozen overview',
  damaged: 'This offline bundle is damaged and proves nothing',
  damages: {
    incomplete:
      'Files are missing in its folder. Unpack the whole archive again, then open index.html.',
    hash: 'What it holds does not have the hash of the freeze: it was changed, or not copied whole. Nothing of it is shown.',
    signature:
      'The signature of the freeze does not fit: its hash or its time was changed. Nothing of it is shown.',
  },
  expected: 'Should be',
  found: 'Is',
  unreadable: 'cannot be read',
  again: 'Download it again from the page of the meeting on the server.',
};

export const words = { zh, en };
