/** What a password must not be; its length is the contract's matter. After NIST SP 800-63B 5.1.1.2. */
import type { Language } from '#core/contract/lists.ts';
import { ProblemError } from '#server/http/problem.ts';
import { commonPasswords, commonWords } from './common-passwords.ts';

export type PasswordFault = 'common' | 'contains-login';

const WORDS: Readonly<Record<PasswordFault, Readonly<Record<Language, string>>>> = {
  common: {
    zh: '这个密码太常见，或太有规律，容易被猜到。换一句只有自己想得到的话。',
    en: 'This password is too common or too regular. Take a phrase that only you would think of.',
  },
  'contains-login': {
    zh: '密码不能包含账号。',
    en: 'The password may not contain the account’s own name.',
  },
};

/** Signs that stand for letters in passwords that try to look strange. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Rows that fingers run along, there and back. */
const RUNS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const ROWS = RUNS.flatMap((row) => [row, [...row].toReversed().join('')]);

/** Signs of the password that are neither a repetition nor the next along a row. */
function surprises(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const pair = text.slice(Math.max(0, index - 1), index + 1);
    const isNext =
      pair.length === 2 && (pair[0] === pair[1] || ROWS.some((row) => row.includes(pair)));
    if (!isNext) count += 1;
  }
  return count;
}

/** The shortest piece whose repetition the text is; the text itself where there is none. */
function unitOf(text: string): string {
  const at = (text + text).indexOf(text, 1);
  return text.slice(0, at);
}

const plain = (text: string): string =>
  text.replace(/./gu, (sign) => LOOKALIKES[sign] ?? sign).replace(/[^\p{L}]/gu, '');

function isCommon(password: string): boolean {
  const text = password.toLowerCase();
  if (commonPasswords.has(text) || /^\d+$/.test(text)) return true;
  if (surprises(text) < 5 || unitOf(text).length < 6) return true;
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [core, plain(core), plain(text)]
    .flatMap((one) => [one, unitOf(one)])
    .some((one) => commonWords.has(one));
}

/** The first reason why an account may not take this password; null = it may. `login` in any case. */
export function passwordFault(password: string, login: string): PasswordFault | null {
  if (password.toLowerCase().includes(login.toLowerCase())) return 'contains-login';
  return isCommon(password) ? 'common' : null;
}

/** @throws ProblemError `not-accepted` at the field `password`, in the caller's language */
export function checkPassword(password: string, login: string, lang: Language): void {
  const fault = passwordFault(password, login);
  if (fault === null) return;
  throw new ProblemError('not-accepted', 'The password is too easy to guess; see fields.', {
    fields: [{ path: 'password', message: WORDS[fault][lang] }],
  });
}
