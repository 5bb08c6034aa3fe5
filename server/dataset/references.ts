/**
 * Every key that a record names must be known to the store, by the instant at which the record was recorded. Keys are
 * never deleted (the database refuses it), so what is checked once, here, holds for ever.
 */
import type { Dataset, PanelBlock, Recorded } from '#core/domain/records.ts';
import { DatasetError } from './dataset-error.ts';
import type { KeyTable, KnownKeys } from './known-keys.ts';

type Key = string | number | null;
type Named = readonly [field: string, target: KeyTable, key: Key | readonly Key[]];

function panelKeys(block: PanelBlock): Named[] {
  switch (block.kind) {
    case 'numbers':
    case 'flow':
      return [['blocks.codes', 'indicators', block.codes]];
    case 'apart':
      return [
        ['blocks.question', 'questions', block.question],
        ['blocks.statements', 'indicators', block.statements.flat()],
      ];
    case 'pipeline':
      return [['blocks', 'indicators', [block.total, block.part, block.landed, block.investment]]];
    case 'ratio':
      return [['blocks', 'indicators', [block.part, block.whole]]];
  }
}

/** Throws DatasetError, which names the row and the field, at the first key that leads nowhere. */
export function checkReferences(dataset: Partial<Dataset>, known: KnownKeys): void {
  function check<R extends Recorded>(
    table: string,
    records: readonly R[] | undefined,
    key: (record: R) => string,
    named: (record: R) => readonly Named[],
  ): void {
    for (const record of records ?? []) {
      for (const [field, target, value] of named(record)) {
        for (const one of [value].flat()) {
          if (one === null) continue;
          const since = known[target].get(String(one));
          if (since === undefined) {
            throw new DatasetError(
              table,
              key(record),
              field,
              `names ${one}, which is not among the ${target}`,
              `没有登记“${one}”。`,
            );
          }
          if (since > record.recordedAt) {
            const when = `recorded at ${record.recordedAt}, before ${target} ${one} (${since})`;
            throw new DatasetError(table, key(record), field, when);
          }
        }
      }
    }
  }
  const id = (record: { readonly id: string }): string => record.id;

  const keeper = dataset.workspace?.keeperDepartment ?? null;
  if (keeper !== null && !known.departments.has(keeper)) {
    const fault = `names ${keeper}, which is not among the departments`;
    throw new DatasetError('workspace', 'workspace', 'keeperDepartment', fault);
  }

  check(
    'indicators',
    dataset.indicators,
    (record) => record.code,
    (record) => [
      ['ownerDepartment', 'departments', record.ownerDepartment],
      ['ledger.fund', 'funds', record.ledger?.fund ?? null],
    ],
  );
  check('funds', dataset.funds, id, (record) => [
    ['ownerDepartment', 'departments', record.ownerDepartment],
  ]);
  check('observations', dataset.observations, id, (record) => [
    ['indicator', 'indicators', record.indicator],
    ['source', 'sources', record.source],
    ['supersedes', 'observations', record.supersedes],
  ]);
  check('targets', dataset.targets, id, (record) => [
    ['indicator', 'indicators', record.indicator],
  ]);
  check('movements', dataset.movements, id, (record) => [
    ['fund', 'funds', record.fund],
    ['source', 'sources', record.source],
    ['supersedes', 'movements', record.supersedes],
  ]);
  check('platforms', dataset.platforms, id, (record) => [['source', 'sources', record.source]]);
  check('frameworks', dataset.frameworks, id, (record) => [['source', 'sources', record.source]]);
  check('elements', dataset.elements, id, (record) => [
    ['framework', 'frameworks', record.framework],
  ]);
  check('tasks', dataset.tasks, id, (record) => [
    ['framework', 'frameworks', record.framework],
    ['element', 'elements', record.element],
    ['ownerDepartment', 'departments', record.ownerDepartment],
    ['sources', 'sources', record.sources],
    ['indicators', 'indicators', record.indicators],
  ]);
  check('milestones', dataset.milestones, id, (record) => [
    ['task', 'tasks', record.task],
    ['source', 'sources', record.source],
  ]);
  check('ticks', dataset.ticks, id, (record) => [
    ['milestone', 'milestones', record.milestone],
    ['checkIn', 'check_ins', record.checkIn],
    ['source', 'sources', record.source],
    ['supersedes', 'ticks', record.supersedes],
  ]);
  check('checkIns', dataset.checkIns, id, (record) => [['task', 'tasks', record.task]]);
  check('questions', dataset.questions, id, (record) => [
    ['statements.source', 'sources', record.statements.map((statement) => statement.source)],
    ['statements.figure', 'indicators', record.statements.map((statement) => statement.figure)],
    ['indicators', 'indicators', record.indicators],
    ['frameworks', 'frameworks', record.frameworks],
    ['elements', 'elements', record.elements],
    ['platforms', 'platforms', record.platforms],
  ]);
  check('panels', dataset.panels, id, (record) => record.blocks.flatMap(panelKeys));
}
