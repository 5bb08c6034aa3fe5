import { queryOptions } from '@tanstack/react-query';
import type { Indicator, Passport } from '#core/contract/indicator.ts';
import { request } from '#src/lib/request.ts';
import type { PictureAsk } from './picture-ask.ts';

const STALE_MS = 60_000;

/** Everything one may ask of one indicator. */
export const passportQuery = (code: string, { asOf, knownAt, lang }: PictureAsk) =>
  queryOptions({
    queryKey: ['passport', code, asOf, knownAt, lang],
    queryFn: ({ signal }) =>
      request<Passport>(`/indicators/${encodeURIComponent(code)}`, { asOf, knownAt, lang }, signal),
    staleTime: STALE_MS,
  });

/** As many as the server gives at once. */
const CODES_A_PAGE = '200';

/** Codes of all indicators on record. Asked for where a code is in doubt: a list answers, a missing entry refuses. */
export const indicatorCodesQuery = (ask: PictureAsk) =>
  queryOptions({
    queryKey: ['indicator-codes', ask.asOf, ask.knownAt, ask.lang],
    queryFn: async ({ signal }) => {
      const codes: string[] = [];
      let cursor: string | null = null;
      do {
        const page: IndicatorPage = await request<IndicatorPage>(
          '/indicators',
          { ...ask, limit: CODES_A_PAGE, cursor },
          signal,
        );
        codes.push(...page.items.map((row) => row.code));
        cursor = page.next;
      } while (cursor !== null);
      return codes;
    },
    staleTime: STALE_MS,
  });

export type IndicatorPage = { readonly items: readonly Indicator[]; readonly next: string | null };

/** One page of the register of indicators, by code; `cursor` null = the first. */
export const indicatorsQuery = (
  { asOf, knownAt, lang }: PictureAsk,
  page: { readonly limit: number; readonly cursor: string | null },
) =>
  queryOptions({
    queryKey: ['indicators', asOf, knownAt, lang, page.limit, page.cursor],
    queryFn: ({ signal }) =>
      request<IndicatorPage>(
        '/indicators',
        { asOf, knownAt, lang, limit: String(page.limit), cursor: page.cursor },
        signal,
      ),
    staleTime: STALE_MS,
  });
