/** One description per register, from which its form, its list and its values come. */
import {
  crossFlags,
  curves,
  directions,
  elementSlots,
  figureKinds,
  fundKinds,
  movementKinds,
  platformKinds,
  platformLevels,
  platformStages,
  type RegisterName,
  themes,
  units,
} from '#core/contract/lists.ts';
import type { FieldName } from '#src/i18n/zh/registers.ts';

type Common = {
  /** Where it stands in the record: `ledger.fund`. */
  readonly path: FieldName;
  /** May be left empty, which says that nothing is known. */
  readonly optional?: true;
};

/**
 * `both`: in two languages; `lines`: several, one a line, the halves of each parted by a bar; `pairs`: names with
 * values, parted by an equals sign.
 */
export type FieldDescription = Common &
  (
    | { readonly kind: 'key' | 'text' | 'both' | 'long' | 'number' | 'switch' | 'day' | 'date' }
    | { readonly kind: 'lines' | 'pairs' | 'points' }
    | { readonly kind: 'choice' | 'choices'; readonly of: readonly string[] }
    | { readonly kind: 'record' | 'records'; readonly of: RegisterName }
  );

const id: FieldDescription = { path: 'id', kind: 'key' };
const name: FieldDescription = { path: 'name', kind: 'both' };
const note: FieldDescription = { path: 'note', kind: 'long', optional: true };
const ordinal: FieldDescription = { path: 'ordinal', kind: 'number' };
const due: FieldDescription = { path: 'due', kind: 'date', optional: true };
const retirement: readonly FieldDescription[] = [
  { path: 'retiredOn', kind: 'day', optional: true },
  { path: 'retiredReason', kind: 'text', optional: true },
];
const registeredOn: FieldDescription = { path: 'registeredOn', kind: 'date' };

export const fields: Readonly<
  Record<Exclude<RegisterName, 'questions'>, readonly FieldDescription[]>
> = {
  workspace: [
    name,
    { path: 'organisation', kind: 'both' },
    { path: 'clockPinnedOn', kind: 'day', optional: true },
    { path: 'lastMeetingOn', kind: 'day', optional: true },
    { path: 'nearDays', kind: 'number' },
    { path: 'keeperDepartment', kind: 'record', of: 'departments', optional: true },
    { path: 'openReading', kind: 'switch' },
    { path: 'separateOfficers', kind: 'switch' },
  ],
  departments: [id, name, { path: 'review', kind: 'switch' }, ...retirement],
  sources: [
    id,
    { path: 'title', kind: 'both' },
    { path: 'kind', kind: 'text' },
    { path: 'asOf', kind: 'date' },
    note,
  ],
  indicators: [
    { path: 'code', kind: 'key' },
    name,
    { path: 'short', kind: 'both', optional: true },
    { path: 'definition', kind: 'long', optional: true },
    { path: 'theme', kind: 'choice', of: themes },
    { path: 'unit', kind: 'choice', of: units },
    { path: 'kind', kind: 'choice', of: figureKinds },
    { path: 'direction', kind: 'choice', of: directions },
    { path: 'ownerDepartment', kind: 'record', of: 'departments', optional: true },
    { path: 'rhythmDays', kind: 'number', optional: true },
    { path: 'dimensions', kind: 'pairs' },
    { path: 'ledger.fund', kind: 'record', of: 'funds', optional: true },
    { path: 'ledger.kind', kind: 'choice', of: movementKinds, optional: true },
    { path: 'ledger.period.from', kind: 'day', optional: true },
    { path: 'ledger.period.to', kind: 'day', optional: true },
    { path: 'highlight', kind: 'number', optional: true },
    note,
    ...retirement,
  ],
  targets: [
    id,
    { path: 'indicator', kind: 'record', of: 'indicators' },
    { path: 'period.from', kind: 'day' },
    { path: 'period.to', kind: 'day' },
    { path: 'value', kind: 'number' },
    { path: 'curve', kind: 'choice', of: curves },
    { path: 'points', kind: 'points', optional: true },
  ],
  funds: [
    id,
    name,
    { path: 'short', kind: 'both' },
    { path: 'kind', kind: 'choice', of: fundKinds },
    { path: 'ownerDepartment', kind: 'record', of: 'departments', optional: true },
    ordinal,
    ...retirement,
  ],
  platforms: [
    id,
    name,
    { path: 'kind', kind: 'choice', of: platformKinds },
    { path: 'level', kind: 'choice', of: platformLevels, optional: true },
    { path: 'stage', kind: 'choice', of: platformStages },
    { path: 'place', kind: 'both' },
    { path: 'partner', kind: 'both', optional: true },
    { path: 'recognised', kind: 'date', optional: true },
    registeredOn,
    { path: 'source', kind: 'record', of: 'sources' },
    note,
    ...retirement,
  ],
  frameworks: [
    id,
    { path: 'code', kind: 'text' },
    name,
    { path: 'version', kind: 'text' },
    ordinal,
    { path: 'source', kind: 'record', of: 'sources', optional: true },
    ...retirement,
  ],
  elements: [
    id,
    { path: 'framework', kind: 'record', of: 'frameworks' },
    { path: 'slot', kind: 'choice', of: elementSlots },
    { ...name, optional: true },
    ordinal,
    ...retirement,
  ],
  tasks: [
    id,
    { path: 'title', kind: 'both' },
    { path: 'short', kind: 'both', optional: true },
    { path: 'ownerDepartment', kind: 'record', of: 'departments' },
    { path: 'partners', kind: 'lines' },
    { path: 'framework', kind: 'record', of: 'frameworks', optional: true },
    { path: 'element', kind: 'record', of: 'elements', optional: true },
    { path: 'placedByDefault', kind: 'switch' },
    { path: 'group', kind: 'both', optional: true },
    { path: 'crossFlags', kind: 'choices', of: crossFlags },
    { path: 'start', kind: 'date', optional: true },
    due,
    { path: 'rhythmDays', kind: 'number', optional: true },
    registeredOn,
    { path: 'sources', kind: 'records', of: 'sources' },
    { path: 'indicators', kind: 'records', of: 'indicators' },
    ordinal,
    note,
    ...retirement,
  ],
  milestones: [
    id,
    { path: 'task', kind: 'record', of: 'tasks' },
    { path: 'title', kind: 'both' },
    due,
    registeredOn,
    { path: 'source', kind: 'record', of: 'sources', optional: true },
    ordinal,
  ],
};
