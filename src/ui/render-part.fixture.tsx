import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Language } from '#core/contract/lists.ts';
import { LanguageContext } from '#src/i18n/i18n.ts';
import { OpenContext, type OpenTarget } from './open-context.ts';

export type RenderPartOptions = {
  lang?: Language;
  /** Set = a desk, where figures and marks can be opened; none = a wall. */
  onOpen?: (target: OpenTarget) => void;
};

/** Renders a part in a language, on a desk or on a wall. */
export function renderPart(part: ReactNode, { lang = 'zh', onOpen }: RenderPartOptions = {}) {
  return render(
    <LanguageContext value={lang}>
      <OpenContext value={onOpen ?? null}>{part}</OpenContext>
    </LanguageContext>,
  );
}
