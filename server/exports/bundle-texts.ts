/** What a bundle says before its page runs: the document that is opened, and how it is used. */
import type { Language } from '#core/contract/lists.ts';
import { formatDate } from '#core/domain/format.ts';
import type { BundledMeeting } from '#server/bundle/bundle-content.ts';
import { exportWords } from './export-words.ts';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const waiting: Readonly<Record<Language, readonly [title: string, hint: string]>> = {
  zh: [
    '正在打开会议离线包……',
    '如果一直停在这里：先把整个压缩包解压，再打开文件夹里的 index.html；浏览器要允许运行脚本。',
  ],
  en: [
    'Opening the offline bundle of the meeting …',
    'If this stays: unpack the whole archive first, then open index.html in its folder; the browser has to run scripts.',
  ],
};

const inOrder = (lang: Language): readonly Language[] =>
  lang === 'zh' ? ['zh', 'en'] : ['en', 'zh'];

/** The page may ask nobody for anything: that no request leaves is the browser's word, too. */
const POLICY = "connect-src 'none'; form-action 'none'; frame-src 'none'; object-src 'none'";

export function bundleIndex({ details, lang }: BundledMeeting): string {
  const { meeting } = details[lang];
  const lines = inOrder(lang).map((one) => {
    const [title, hint] = waiting[one];
    return `<section lang="${one === 'zh' ? 'zh-CN' : 'en'}"><h1>${title}</h1><p>${hint}</p></section>`;
  });
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" data-shell="desk">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${POLICY}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(meeting.title)} ${meeting.date}</title>
    <link rel="icon" href="app/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="app/cockpit.css">
  </head>
  <body>
    <div id="root"><div class="bundle-opening">${lines.join('')}<progress max="1" value="0" aria-label="SHA-256"></progress></div></div>
    <script src="data/meeting.js"></script>
    <script src="data/parts.js"></script>
    <script src="app/cockpit.js"></script>
  </body>
</html>
`;
}

const facts = ({ details, head, lang: _, link }: BundledMeeting, lang: Language) => {
  const { meeting, simulated } = details[lang];
  const isZh = lang === 'zh';
  const words = exportWords[lang];
  const none = isZh ? '无' : 'none';
  return [
    [isZh ? '会议' : 'Meeting', meeting.title],
    [isZh ? '会议日期' : 'Day of the meeting', formatDate(meeting.date, lang)],
    ...(simulated
      ? [[words.stamp.simulated, words.simulated(formatDate(head.asOf, lang))] as const]
      : []),
    [isZh ? '数据截至' : 'Data as of', formatDate(head.asOf, lang)],
    [
      isZh ? '对比' : 'Compared with',
      head.compare === null ? none : formatDate(head.compare, lang),
    ],
    [isZh ? '知悉时刻' : 'Known at', head.knownAt],
    [isZh ? '冻结时间' : 'Frozen at', head.frozenAt],
    [isZh ? '版本' : 'Version', `v${head.version}`],
    ['SHA-256', head.sha256],
    [isZh ? '会议网址' : 'The meeting on its server', link],
  ];
};

const readme: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '会议离线包（只读副本）',
    '',
    '怎么打开：先把压缩包整个解压，再双击文件夹里的 index.html。不需要服务器，不需要网络。',
    '用 Chrome、Edge（87 以上）或 Firefox（113 以上）打开。',
    '里面是这次会议冻结的数字：所有看板、每个数字的来历、任务、平台、会议页和上屏演示。',
    '这里只能看。填报、决议和其他日期的数字，请到服务器上。',
    '打开时会核对校验值；对不上就不显示，并说明。',
    '',
    '自己核对：snapshot.json 就是冻结的那份文件，它的 SHA-256 应与下面一致。',
    '  Windows：certutil -hashfile snapshot.json SHA256',
    '  Linux：sha256sum snapshot.json',
    '  macOS：shasum -a 256 snapshot.json',
    '请再与服务器上会议页印的 SHA-256 比一比：同时改了文件和这张纸的人，瞒不过那里。',
  ],
  en: [
    'Offline bundle of a meeting (read-only copy)',
    '',
    'How to open it: unpack the whole archive, then double-click index.html in its folder. No server and no network are needed.',
    'Use Chrome or Edge (87 or newer) or Firefox (113 or newer).',
    'It holds the frozen numbers of this meeting: every board, the passport of every figure, tasks, platforms, the page of the meeting, and its slides.',
    'It is for reading alone. Entries, decisions and the numbers of other days are on the server.',
    'When it opens, its hash is checked; where that does not fit, nothing is shown, and it is said.',
    '',
    'To check it yourself: snapshot.json is the very document that was frozen; its SHA-256 has to be the one below.',
    '  Windows: certutil -hashfile snapshot.json SHA256',
    '  Linux: sha256sum snapshot.json',
    '  macOS: shasum -a 256 snapshot.json',
    'Compare it with the SHA-256 that the page of the meeting shows on the server, too: whoever changes both the document and this text cannot change that.',
  ],
};

/** With the mark and the line ends by which every editor of Windows reads it. */
export function bundleReadme(bundled: BundledMeeting): string {
  const lines = inOrder(bundled.lang).flatMap((lang) => [
    ...readme[lang],
    '',
    ...facts(bundled, lang).map(([label, value]) => `${label}: ${value}`),
    '',
    '',
  ]);
  return `\uFEFF${lines.join('\r\n')}`;
}
