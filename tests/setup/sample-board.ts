import type { Board } from '#core/contract/board.ts';
import type { Language } from '#core/contract/lists.ts';
import { assembleBoard } from '#core/domain/board.ts';
import type { Dataset } from '#core/domain/records.ts';
import { sampleAt } from '#core/sample/sample.ts';

const RECORDED = '2021-06-01T00:00:00.000Z';

export type SampleBoardOptions = {
  readonly lang?: Language;
  readonly asOf?: string;
  readonly compare?: string | null;
  /** Records in place of the default dataset's. */
  readonly part?: Partial<Dataset>;
};

/** The board of the default dataset, as the server would send it. */
export function sampleBoard(options: SampleBoardOptions = {}): Board {
  return assembleBoard({
    dataset: { ...sampleAt(RECORDED), ...options.part },
    asOf: options.asOf ?? '2021-05-31',
    compare: options.compare ?? null,
    knownAt: RECORDED,
    lang: options.lang ?? 'zh',
  });
}
