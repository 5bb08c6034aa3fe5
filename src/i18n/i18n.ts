/**
 * The words of the page (not the data: names and sentences of the data arrive in the asked language).
 *
 * A namespace is a pair of plain objects, `zh/<namespace>.ts` (written first) and `en/<namespace>.ts`
 * (typed as `typeof zh`, so a missing or misspelt key does not compile). A text that needs values is a
 * function of them, which also settles plurals. Each feature imports its own pair, so that words travel with
 * the chunk that says them:
 *
 *     import { wall as en } from '#src/i18n/en/wall.ts';
 *     import { wall as zh } from '#src/i18n/zh/wall.ts';
 *     const words = { zh, en };
 *     ...
 *     const w = useWords(words);
 *     <h2>{w.tasks(board.tasks.length)}</h2>
 */
import { createContext, useContext } from 'react';
import type { Language } from '#core/contract/lists.ts';

/** One namespace in every language of the product. */
export type Words<W> = Readonly<Record<Language, W>>;

/** The language that the page is painted in; zh where nobody has set one. */
export const LanguageContext = createContext<Language>('zh');

export const useLanguage = (): Language => useContext(LanguageContext);

/** The namespace in the page's language. */
export const useWords = <W>(words: Words<W>): W => words[useLanguage()];
