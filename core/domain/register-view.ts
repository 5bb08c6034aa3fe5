/** Platforms, frameworks, departments, sources and questions as they stand at a date. */
import { elementSlots, type Language } from '../contract/lists.ts';
import type { Framework, Platform, Question, Source } from '../contract/register.ts';
import { isKnownBy } from './dates.ts';
import { groupBy } from './observations.ts';
import { isOpen, openNumbers, questionsAt } from './questions.ts';
import type { Dataset, IsoDate, PlatformRecord, QuestionRecord, SourceRecord } from './records.ts';
import { isRetired } from './retirement.ts';
import { pick } from './text.ts';

/** Platforms on record by `asOf`. */
export function platformViews(
  platforms: readonly PlatformRecord[],
  questions: readonly QuestionRecord[],
  asOf: IsoDate,
  lang: Language,
): Platform[] {
  const numbersOf = openNumbers(questions, 'platforms', asOf);
  return platforms
    .filter((row) => isKnownBy(row.registeredOn, asOf) && !isRetired(row, asOf))
    .map((row) => ({
      id: row.id,
      name: pick(row.name, lang),
      kind: row.kind,
      level: row.level,
      stage: row.stage,
      place: pick(row.place, lang),
      partner: pick(row.partner, lang),
      recognised: row.recognised,
      source: row.source,
      note: pick(row.note, lang),
      questions: numbersOf(row.id),
    }));
}

/** Frameworks in use at `asOf`, with their elements in the order of the house. */
export function frameworkViews(
  dataset: Pick<Dataset, 'frameworks' | 'elements' | 'questions'>,
  asOf: IsoDate,
  lang: Language,
): Framework[] {
  const frameNumbers = openNumbers(dataset.questions, 'frameworks', asOf);
  const elementNumbers = openNumbers(dataset.questions, 'elements', asOf);
  const elementsOf = groupBy(
    dataset.elements.filter((row) => !isRetired(row, asOf)),
    (element) => element.framework,
  );
  return dataset.frameworks
    .filter((row) => !isRetired(row, asOf))
    .sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1))
    .map((frame) => ({
      id: frame.id,
      code: frame.code,
      name: pick(frame.name, lang),
      version: frame.version,
      elements: (elementsOf.get(frame.id) ?? [])
        .sort(
          (a, b) =>
            elementSlots.indexOf(a.slot) - elementSlots.indexOf(b.slot) ||
            a.ordinal - b.ordinal ||
            (a.id < b.id ? -1 : 1),
        )
        .map((element) => ({
          id: element.id,
          slot: element.slot,
          name: pick(element.name, lang),
          questions: elementNumbers(element.id),
        })),
      questions: frameNumbers(frame.id),
      source: frame.source,
    }));
}

/** The documents that numbers come from. */
export function sourceViews(sources: readonly SourceRecord[], lang: Language): Source[] {
  return sources.map((row) => ({
    id: row.id,
    title: pick(row.title, lang),
    kind: row.kind,
    asOf: row.asOf,
    note: pick(row.note, lang),
  }));
}

/** Questions on record by `asOf`, open and settled. */
export function questionViews(
  questions: readonly QuestionRecord[],
  asOf: IsoDate,
  lang: Language,
): Question[] {
  return questionsAt(questions, asOf).map((row) => {
    const open = isOpen(row, asOf);
    return {
      id: row.id,
      number: row.number,
      title: pick(row.title, lang),
      summary: pick(row.summary, lang),
      statements: row.statements.map((statement) => ({
        text: pick(statement.text, lang),
        source: statement.source,
        figure: statement.figure,
      })),
      indicators: [...row.indicators],
      frameworks: [...row.frameworks],
      platforms: [...row.platforms],
      arisesOn: row.arisesOn,
      open,
      settledOn: open ? null : row.settledOn,
      resolution: open ? null : pick(row.resolution, lang),
      reason: open ? null : row.reason,
    };
  });
}
