/** How the default dataset is written down: records without what is the same in all of them. */
import type { Direction, FigureKind, Qualifier, Theme, Unit } from '../contract/lists.ts';
import type {
  Bilingual,
  DepartmentRecord,
  ElementRecord,
  FrameworkRecord,
  FundRecord,
  IndicatorRecord,
  MilestoneRecord,
  PanelRecord,
  PartialDate,
  Period,
  PlatformRecord,
  QuestionRecord,
  Recorded,
  Retirable,
  SourceRecord,
  TaskRecord,
} from '../domain/records.ts';

/** A record of what is in use, without the stamp of its recording. */
export type Plain<T> = Omit<T, keyof Recorded | keyof Retirable>;

/** An indicator and its one observation. `value` of unit `yuan` is in yuan; the record holds fen. */
export type FigureRow = {
  readonly code: string;
  readonly theme: Theme;
  readonly name: Bilingual;
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly unit: Exclude<Unit, 'fen'> | 'yuan';
  readonly kind: FigureKind;
  readonly period?: Period;
  readonly asOf: PartialDate;
  readonly source: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly short?: Bilingual;
  readonly highlight?: number;
  readonly direction?: Direction;
  readonly ledger?: NonNullable<IndicatorRecord['ledger']>;
  readonly note?: Bilingual;
};

/** A platform; what the source does not say is left out here and null in the record. */
export type PlatformRow = Omit<Plain<PlatformRecord>, 'level' | 'partner' | 'recognised' | 'note'> &
  Partial<Pick<PlatformRecord, 'level' | 'partner' | 'recognised' | 'note'>>;
export type DepartmentRow = Plain<DepartmentRecord>;
export type SourceRow = Plain<SourceRecord>;
export type FundRow = Plain<FundRecord>;
export type FrameworkRow = Plain<FrameworkRecord>;
export type ElementRow = Plain<ElementRecord>;
export type QuestionRow = Plain<QuestionRecord>;
export type PanelRow = Plain<PanelRecord>;

/** A task with what the source says of it; everything it does not say is null in the record. */
export type TaskRow = Pick<
  TaskRecord,
  'id' | 'framework' | 'element' | 'title' | 'ownerDepartment' | 'sources' | 'registeredOn'
> &
  Partial<
    Pick<
      TaskRecord,
      'short' | 'group' | 'partners' | 'crossFlags' | 'start' | 'due' | 'note' | 'indicators'
    >
  >;

/** A milestone; `doneOn` becomes a tick taken from the source. */
export type MilestoneRow = Pick<MilestoneRecord, 'task' | 'title' | 'registeredOn'> & {
  readonly source: string;
  readonly due?: PartialDate;
  readonly doneOn?: PartialDate;
};
