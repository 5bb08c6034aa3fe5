import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Language } from '#core/contract/lists.ts';
import { LanguageContext } from '#src/i18n/i18n.ts';
import { usePreferences } from '#src/stores/preferences.ts';
import { BoardPage } from './board-page.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { readPageAddress } from './page-address.ts';
import { PlainPage } from './plain-page.tsx';
import { PresentingBar } from './presenting-bar.tsx';
import { ShellFrame } from './shell-frame.tsx';
import { wrongAddress } from './wrong-address.ts';

/** The page of the address, in the language of the address, of this device, or of the browser. */
export function App({ browserLang }: { browserLang: Language }) {
  const [path] = useLocation();
  const search = useSearch();
  const { page, address, faults } = useMemo(() => readPageAddress(path, search), [path, search]);
  const chosen = usePreferences((state) => state.lang);
  return (
    <LanguageContext value={address.lang ?? chosen ?? browserLang}>
      {page === null || faults.length > 0 ? (
        <ShellFrame page={page} board={null} link={null}>
          <CrashBoundary resetKey={path + search}>
            {wrongAddress.render({ page, address, faults })}
          </CrashBoundary>
        </ShellFrame>
      ) : page.over === 'board' ? (
        <BoardPage page={page} />
      ) : (
        <PlainPage page={page} />
      )}
      <PresentingBar />
    </LanguageContext>
  );
}
