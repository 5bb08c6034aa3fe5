import { queryOptions } from '@tanstack/react-query';
import type { Indicator, Passport } from '#core/contract/indicator.ts';
import type { Language } from '#core/contract/lists.ts';
import type { Instant, IsoDate } from '#core/domain/records.ts';
import { request } from '#src/lib/request.ts';

/** The picture that a page shows: its date, and up to when records count (null = the newest). */
export type PictureAsk = {
  readonly asOf: IsoDate;
  readonly knownAt: Instant | null;
  readonly lang: Language;
};

const STALE_MS = 60_000;

/** Everything one may ask of one indicator. */
export const passportQuery = (code: string, { asOf, knownAt, lang }: PictureAsk) =>
  queryOptions({
    queryKey: ['passport', code, asOf, knownAt, lang],
    queryFn: ({ signal }) =>
      request<Passport>(`/indicators/${encodeURIComponent(code)}`, { asOf, knownAt, lang }, signal),
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
