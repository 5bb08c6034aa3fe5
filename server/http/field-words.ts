/** Why a field does not fit, in the caller's language. */
import { z } from 'zod';
import type { Language } from '#core/contract/lists.ts';

const locales = { zh: z.locales.zhCN(), en: z.locales.en() };

/** What the schemas of core/contract say in one word, and only there. */
const OWN: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'no such day': { zh: '没有这一天', en: 'There is no such day.' },
  'points belong to months and steps': {
    zh: '按月、分段的曲线要逐点列出，直线不用。',
    en: 'Monthly and stepped curves list their points; a straight line has none.',
  },
  'ends before it begins': { zh: '结束早于开始', en: 'Ends before it begins.' },
  empty: { zh: '不能为空', en: 'Must not be empty.' },
  'one baseline at a time': {
    zh: '对比基准只能选一个：会议或日期。',
    en: 'Compared with a meeting or with a date, not with both.',
  },
  'own items have a title of their own, others have not': {
    zh: '自拟的议程要有标题，其余议程的标题来自数据。',
    en: 'An own item has a title; the title of every other comes from the data.',
  },
  'a retirement says why': { zh: '停用要写明原因', en: 'Retiring it needs a reason.' },
  'a return says why': { zh: '退回要写明原因', en: 'A return says why.' },
};

/** Parameters for a schema's parse. */
export function fieldMessages(lang: Language) {
  return {
    error: (issue: z.core.$ZodRawIssue) => locales[lang].localeError(issue),
    reportInput: false,
  };
}

const TOO_LONG = /^too long: (\d+)$/;

/** A schema's own word as a sentence; any other message stays as it is. */
export function ownWords(message: string, lang: Language): string {
  const [, limit] = TOO_LONG.exec(message) ?? [];
  if (limit === undefined) return OWN[message]?.[lang] ?? message;
  return lang === 'zh'
    ? `最多 ${limit} 字，请删短一些。`
    : `At most ${limit} characters; please shorten it.`;
}
