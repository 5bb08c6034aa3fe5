import type { ColourTheme, Language } from '#core/contract/lists.ts';
import { common as en } from '#src/i18n/en/common.ts';
import { problems as problemsEn } from '#src/i18n/en/problems.ts';
import { common as zh } from '#src/i18n/zh/common.ts';
import { problems as problemsZh } from '#src/i18n/zh/problems.ts';
import type { Address } from '#src/lib/address.ts';
import { type Reach, reachOf } from '#src/lib/reach.ts';
import { findPage, type Shell, shellOf } from './pages.ts';

const common = { zh, en };
const problems = { zh: problemsZh, en: problemsEn };
const themes: Record<Shell, ColourTheme> = {
  desk: 'light',
  wall: 'dark',
  meeting: 'projector',
  presenter: 'dark',
};

/** What the page says about itself outside its root; the server writes the same into the document. */
export type DocumentFacts = {
  readonly lang: Language;
  readonly theme: ColourTheme;
  readonly shell: Shell;
  readonly reach: Reach;
  readonly title: string;
};

export type DocumentAsk = {
  readonly path: string;
  readonly address: Address;
  readonly lang: Language;
  readonly organisation: string | null;
  /** The theme that the reader chose for desks; null = none. A wall shows what everybody sees. */
  readonly chosenTheme: ColourTheme | null;
};

export function documentFacts({
  path,
  address,
  lang,
  organisation,
  chosenTheme,
}: DocumentAsk): DocumentFacts {
  const shell = shellOf(path);
  const page = findPage(path);
  const name = page === null ? problems[lang].notFound : common[lang].pages[page.name];
  return {
    lang,
    shell,
    reach: shell === 'wall' ? reachOf(address) : 'near',
    theme: address.theme ?? (shell === 'desk' ? chosenTheme : null) ?? themes[shell],
    title: [name, common[lang].product, organisation].filter((part) => part !== null).join(' · '),
  };
}
