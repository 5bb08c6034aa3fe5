/** A frozen meeting over the default dataset with every kind of slide in it, as an export is given it. */
import type { Passport } from '#core/contract/indicator.ts';
import type { Language } from '#core/contract/lists.ts';
import type { AgendaItem, Resolution, Snapshot } from '#core/contract/meeting.ts';
import type { ResolutionState, Slide } from '#core/contract/slide.ts';
import { agendaOf } from '#core/domain/agenda.ts';
import type { ExportInput } from '#server/exports/export-input.ts';
import { openTestApp, RECORDED } from '../server/test-app.ts';
import { sampleDeck } from './sample-deck.ts';

export const AS_OF = '2021-06-01';
const COMPARE = '2021-04-30';
export const HASH = 'a3f5c0de'.repeat(8);
export const LINK = 'https://cockpit.example/meetings/m.2021-06';

const before = (lang: Language): ResolutionState[] => [
  {
    resolution: 'r.1',
    kind: 'task',
    words: lang === 'zh' ? '四个工作专组补报五月进展' : 'The four groups report on May',
    ownerName: lang === 'zh' ? '市属相关部门' : 'Departments concerned',
    due: '2021-05-20',
    carried: { kind: 'task', id: 't.1' },
    light: 'over',
    sentence: lang === 'zh' ? '逾期 12 天，还没有填报' : '12 days late, not reported',
  },
];

const disagreement = (lang: Language): Slide => ({
  key: 'disagreements',
  kind: 'disagreements',
  title: lang === 'zh' ? '1 项任务填报与日期不一致' : '1 task declared otherwise than dated',
  light: null,
  sources: [],
  note: null,
  page: '/watch',
  body: {
    kind: 'disagreements',
    total: 1,
    rows: [
      {
        kind: 'late-not-said',
        task: 't.jiebang',
        title: lang === 'zh' ? '外国人才“揭榜挂帅”服务系统' : 'Service for foreign experts',
        ownerName: lang === 'zh' ? '市科技局' : 'Science bureau',
        declared: 'in_progress',
        computed: 'over',
        sentence:
          lang === 'zh' ? '已过期限 1 天，填报仍为推进中' : 'One day late, declared in progress',
      },
    ],
  },
});

const own: AgendaItem = {
  key: 'own:visit',
  kind: 'own',
  shown: true,
  title: '明湖现场会安排',
  text: '六月中旬到明湖看重点项目。\n请各专组准备一页材料。',
  notes: '提醒专组组长，材料不超过一页。',
  minutes: 5,
  ask: null,
};

/** Decisions of the meeting: one on the red task, one of words, one that was taken back. */
const resolutions = (lang: Language): Resolution[] => {
  const base = {
    meeting: 'm.2021-06',
    option: null,
    owner: null,
    due: null,
    subject: null,
    ownerName: null,
    withdrawn: false,
    carried: null,
    recordedAt: '2021-06-01T02:30:00.000Z',
    recordedByName: '办公室',
  };
  return [
    {
      ...base,
      id: 'd.1',
      item: 'task:t.jiebang',
      kind: 'due-date',
      words: lang === 'zh' ? '框架节点改期到 6 月 10 日' : 'The framework is due on 10 June',
      owner: 'd.bureau',
      ownerName: lang === 'zh' ? '市科技局' : 'Science bureau',
      due: '2021-06-10',
      subject: 'task:t.jiebang',
    },
    {
      ...base,
      id: 'd.2',
      item: 'funds',
      kind: 'words',
      words: '=HYPERLINK("http://x.example","加快拨付")',
    },
    { ...base, id: 'd.3', item: 'funds', kind: 'words', words: '收回的决定', withdrawn: true },
  ];
};

const withPrevious = (lang: Language): Slide[] => {
  const previous = {
    title: lang === 'zh' ? '四月例会' : 'April review',
    date: COMPARE,
    rows: before(lang),
  };
  const slides = sampleDeck({ asOf: AS_OF, compare: COMPARE, lang }, { previous });
  return slides.flatMap((slide) =>
    slide.kind === 'questions' ? [disagreement(lang), slide] : [slide],
  );
};

/** The default dataset has one date of most figures: a second and a third of this one make a chart. */
function withHistory(answers: Record<string, unknown>, lang: Language): void {
  const key = Object.keys(answers).find(
    (one) => one.includes('/indicators/') && one.endsWith(lang),
  );
  const passport = answers[key ?? ''] as Passport;
  const [first] = passport.history;
  if (first === undefined) throw new Error('no history to begin with');
  const earlier = [0.5, 0.8].map((share, index) => ({
    ...first,
    id: `${first.id}-${index}`,
    value: Math.round(first.value * share),
    asOf: `2019-0${index + 1}-28`,
  }));
  answers[key ?? ''] = { ...passport, history: [...passport.history, ...earlier] };
}

/** Answers the frozen board and passports as the snapshot keeps them, from a real app over the default dataset. */
export async function sampleExport(
  lang: Language,
  more: Partial<Pick<ExportInput, 'withNotes' | 'link'>> = {},
): Promise<ExportInput> {
  const test = await openTestApp();
  const knownAt = RECORDED;
  const answers: Record<string, unknown> = {};
  const keep = async (path: string, compare: string | null): Promise<unknown> => {
    const query = `asOf=${AS_OF}${compare === null ? '' : `&compare=${compare}`}&knownAt=${knownAt}&lang=${lang}`;
    const reply = await test.get(`${path}?${query}`);
    const body: unknown = await reply.json();
    if (reply.status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
    answers[`${path}?${query}`] = body;
    return body;
  };
  const board = (await keep('/board', COMPARE)) as {
    figures: { code: string }[];
    tasks: { id: string }[];
  };
  for (const { code } of board.figures) await keep(`/indicators/${code}`, null);
  withHistory(answers, lang);
  for (const { id } of board.tasks) await keep(`/tasks/${id}`, null);
  await test.close();
  const slides = { zh: withPrevious('zh'), en: withPrevious('en') };
  const agenda = agendaOf(slides[lang], [own], lang).map((item) =>
    item.kind === 'changes' ? { ...item, notes: '先讲三个节点，再讲资金没有新数。' } : item,
  );
  const snapshot: Snapshot = {
    format: 1,
    meeting: { id: 'm.2021-06', title: '五月改革例会', date: AS_OF },
    version: 1,
    asOf: AS_OF,
    compare: COMPARE,
    knownAt,
    slides,
    answers,
  };
  return {
    snapshot,
    head: {
      version: 1,
      asOf: AS_OF,
      compare: COMPARE,
      knownAt,
      frozenAt: '2021-06-01T01:00:00.000Z',
      frozenByName: '办公室',
      sha256: HASH,
      bytes: Buffer.byteLength(JSON.stringify(snapshot)),
      signature: { key: 'k.1', value: 'c2lnbmF0dXJlLW9mLXRoZS1mcmVlemU' },
      sound: true,
    },
    agenda,
    resolutions: resolutions(lang),
    lang,
    link: more.link ?? LINK,
    withNotes: more.withNotes ?? true,
  };
}
