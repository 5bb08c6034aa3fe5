import type { Language } from '#core/contract/lists.ts';
import type { RegisterEntry } from '#core/contract/registers.ts';

/** What a record is called in lists: its name, its title, or its key. */
export function recordName({ key, record }: RegisterEntry, lang: Language): string {
  for (const field of ['name', 'title'] as const) {
    const value = record[field] as Readonly<Record<Language, string>> | null | undefined;
    if (value) return value[lang];
  }
  return key;
}
