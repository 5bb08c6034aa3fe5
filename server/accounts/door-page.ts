/** What somebody reads who went to another door and was not let in: plain HTML, no script. */
import type { Language } from '#core/contract/lists.ts';
import { escaped } from '#server/http/docs-page.ts';
import { type PlainReply, textReply } from '#server/http/reply.ts';
import type { Turned } from './admission.ts';

/** lost: the way back does not belong to one that began here. declined: the provider said no. failed: it broke. */
export type DoorTrouble = Turned | 'lost' | 'declined' | 'failed';

type Words = { readonly title: string; readonly text: string };

const BACK: Readonly<Record<Language, string>> = { zh: '返回登录页', en: 'Back to signing in' };

const kinds: Readonly<
  Record<DoorTrouble, { readonly status: number } & Readonly<Record<Language, Words>>>
> = {
  'no-role': {
    status: 403,
    zh: {
      title: '没有使用权限',
      text: '身份已确认，但您所在的组在本系统没有对应的角色。请联系管理员。',
    },
    en: {
      title: 'No role here',
      text: 'We know who you are, but none of your groups has a role here. Ask an administrator.',
    },
  },
  disabled: {
    status: 403,
    zh: { title: '账号已停用', text: '这个账号已被停用。请联系管理员。' },
    en: { title: 'Account disabled', text: 'This account was disabled. Ask an administrator.' },
  },
  misfit: {
    status: 403,
    zh: {
      title: '角色配置有误',
      text: '您所在的组对应的角色不能同时担任，或对应的部门不存在。请联系管理员检查组与角色的对应关系。',
    },
    en: {
      title: 'Roles do not fit',
      text: 'Your groups map to roles that exclude each other, or to a department that does not exist. Ask an administrator to check the mapping.',
    },
  },
  lost: {
    status: 400,
    zh: {
      title: '登录已过期',
      text: '这次登录用时过长、已经用过，或不是在这个浏览器里开始的。请重新登录。',
    },
    en: {
      title: 'Sign-in expired',
      text: 'It took too long, was used before, or began in another browser. Please sign in again.',
    },
  },
  declined: {
    status: 403,
    zh: { title: '登录未完成', text: '身份认证方没有放行，或您取消了登录。' },
    en: { title: 'Not signed in', text: 'The identity provider said no, or you cancelled.' },
  },
  failed: {
    status: 502,
    zh: {
      title: '身份认证暂不可用',
      text: '身份认证方没有正常应答。请稍后再试，或用本地账号登录。',
    },
    en: {
      title: 'Provider not available',
      text: 'The identity provider did not answer as it should. Try again later, or use a local account.',
    },
  },
};

/** The page for one trouble, in the reader's language. */
export function doorPage(trouble: DoorTrouble, lang: Language, method: string): PlainReply {
  const { status, [lang]: words } = kinds[trouble];
  const { title, text } = words;
  const html = `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/docs.css"></head><body><main>
<h1>${escaped(title)}</h1><p>${escaped(text)}</p><p><a href="/sign-in?lang=${lang}">${BACK[lang]}</a></p></main></body></html>
`;
  return { ...textReply(html, 'text/html; charset=utf-8', method), status };
}
