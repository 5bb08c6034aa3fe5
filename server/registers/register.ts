/** One way to keep every register: what a person states becomes a further revision, once it is found sound. */
import type { z } from 'zod';
import type { Language, RegisterName } from '#core/contract/lists.ts';
import type { RegisterEntry } from '#core/contract/registers.ts';
import type { Dataset, Instant, IsoDate, Recorded } from '#core/domain/records.ts';
import { readAccountNames } from '#server/accounts/accounts.repository.ts';
import { DatasetError } from '#server/dataset/dataset-error.ts';
import { knownKeys } from '#server/dataset/known-keys.ts';
import { checkReferences } from '#server/dataset/references.ts';
import { checkValues } from '#server/dataset/values.ts';
import type { Db } from '#server/db/tables.ts';
import { ProblemError } from '#server/http/problem.ts';

export type FieldFault = {
  readonly path: string;
  readonly message: Readonly<Record<Language, string>>;
};

/**
 * What a register is: `I` is what a person states, `R` what is on record. The key is a field of both.
 */
export type Register<I, R extends Recorded> = {
  readonly name: RegisterName;
  readonly input: z.ZodType<I>;
  readonly keyField: 'id' | 'code';
  /** Every record as it stands. */
  readonly read: (db: Db) => Promise<readonly R[]>;
  readonly append: (db: Db, record: R) => Promise<void>;
  /** What is stated with what the store derives. `before` null = a new record. */
  readonly complete: (input: I, before: R | null) => Omit<R, keyof Recorded>;
  /** The record as part of a dataset, for the checks that every dataset goes through. */
  readonly part: (record: R) => Partial<Dataset>;
  /** What else keeps it from being taken. */
  readonly faults?: (
    db: Db,
    input: I,
    before: R | null,
    today: IsoDate,
  ) => Promise<readonly FieldFault[]>;
};

/** A register whose types are known inside it alone. */
export type AnyRegister = Register<unknown, Recorded & Record<string, unknown>>;

export function register<I extends object, R extends Recorded>(
  definition: Register<I, R>,
): AnyRegister {
  return definition as unknown as AnyRegister;
}

/** The fields of a record without the stamp of its recording. */
export function stated(record: Recorded): Record<string, unknown> {
  const { recordedAt: _, recordedBy: __, ...fields } = record;
  return fields;
}

export async function entriesOf(
  db: Db,
  keyField: string,
  records: readonly (Recorded & Record<string, unknown>)[],
): Promise<RegisterEntry[]> {
  const names = await readAccountNames(db, null);
  return records.map((record) => ({
    key: String(record[keyField]),
    version: record.recordedAt,
    recordedByName: names.get(record.recordedBy) ?? null,
    record: stated(record),
  }));
}

function notAccepted(faults: readonly FieldFault[], lang: Language): ProblemError {
  return new ProblemError('not-accepted', 'The record cannot be taken; see fields.', {
    fields: faults.map(({ path, message }) => ({ path, message: message[lang] })),
  });
}

/** Throws ProblemError `not-accepted` where a record names what is not there, or could not be kept. */
async function checkPart(db: Db, part: Partial<Dataset>, lang: Language): Promise<void> {
  try {
    checkValues(part);
    checkReferences(part, await knownKeys(db, part));
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    throw notAccepted([{ path: error.field, message: error.words }], lang);
  }
}

/**
 * Throws ProblemError `version-required` or `stale-version` (with the record as it stands) where a change was not made
 * on it.
 */
export async function checkVersion(
  db: Db,
  keyField: string,
  before: Recorded & Record<string, unknown>,
  ifMatch: string | null,
): Promise<void> {
  if (ifMatch === null)
    throw new ProblemError('version-required', 'If-Match names the version of the record.');
  if (ifMatch === before.recordedAt) return;
  const [current] = await entriesOf(db, keyField, [before]);
  throw new ProblemError('stale-version', 'The record was changed since it was opened.', {
    current,
  });
}

export type Saving = {
  readonly db: Db;
  readonly lang: Language;
  readonly input: Record<string, unknown>;
  /** null = a new record. */
  readonly before: (Recorded & Record<string, unknown>) | null;
  readonly today: IsoDate;
  readonly stamp: { readonly recordedAt: Instant; readonly recordedBy: string };
};

/**
 * The revision as it would be put on record.
 * @throws ProblemError `not-accepted` with the fields that keep it from being taken
 */
export async function checked(
  kept: AnyRegister,
  { db, lang, input, before, today, stamp }: Saving,
): Promise<Recorded & Record<string, unknown>> {
  const faults = (await kept.faults?.(db, input, before, today)) ?? [];
  if (faults.length > 0) throw notAccepted(faults, lang);
  const record = { ...kept.complete(input, before), ...stamp } as Recorded &
    Record<string, unknown>;
  await checkPart(db, kept.part(record), lang);
  return record;
}

/**
 * Puts a further revision on record and tells it.
 * @throws ProblemError `not-accepted` with the fields that keep it from being taken
 */
export async function save(
  kept: AnyRegister,
  saving: Saving,
): Promise<Recorded & Record<string, unknown>> {
  const record = await checked(kept, saving);
  await kept.append(saving.db, record);
  return record;
}
