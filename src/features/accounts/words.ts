import type { Role } from '#core/contract/lists.ts';
import { account as accountEn } from '#src/i18n/en/account.ts';
import { accounts as en } from '#src/i18n/en/accounts.ts';
import { problems as problemsEn } from '#src/i18n/en/problems.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { account as accountZh } from '#src/i18n/zh/account.ts';
import { accounts as zh } from '#src/i18n/zh/accounts.ts';
import { problems as problemsZh } from '#src/i18n/zh/problems.ts';
import { ApiError } from '#src/lib/request.ts';

const words = { zh, en };
const accountWords = { zh: accountZh, en: accountEn };
const problemWords = { zh: problemsZh, en: problemsEn };

export const useAccountsWords = () => useWords(words);
/** What a role is called. */
export function useRoleWord(): (role: Role) => string {
  const { held } = useWords(accountWords);
  return (role) => held([role]);
}

/** What failed, as a sentence. */
export function useSentenceOf(): (error: Error) => string {
  const w = useWords(problemWords);
  return (error) => {
    if (!(error instanceof ApiError)) return w.noConnection;
    return error.problem === null ? w.status(error.status) : w.code(error.problem.code);
  };
}
