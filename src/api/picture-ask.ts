import type { Language } from '#core/contract/lists.ts';
import type { Instant, IsoDate } from '#core/domain/records.ts';

/** The picture that a page shows: its date, and up to when records count (null = the newest). */
export type PictureAsk = {
  readonly asOf: IsoDate;
  readonly knownAt: Instant | null;
  readonly lang: Language;
};
