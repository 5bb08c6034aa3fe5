import { Fragment } from 'react';
import { Link } from 'wouter';
import { languages } from '#core/contract/lists.ts';
import { htmlLang } from '#src/i18n/html-lang.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useHref } from '#src/lib/use-address.ts';
import { usePreferences } from '#src/stores/preferences.ts';
import { useCommonWords } from './words.ts';

/** Each language says itself. */
const names = { zh: '中', en: 'EN' } as const;
const spoken = { zh: '中，中文', en: 'EN, English' } as const;

/** Keeps the rest of the address, and is remembered on this device. */
export function LanguageSwitch() {
  const w = useCommonWords();
  const current = useLanguage();
  const href = useHref();
  const choose = usePreferences((state) => state.choose);
  return (
    <nav className="language-switch" aria-label={w.language}>
      {languages.map((lang, i) => (
        <Fragment key={lang}>
          {i === 0 ? null : <span aria-hidden="true"> / </span>}
          <Link
            href={href({ change: { lang } })}
            lang={htmlLang[lang]}
            aria-label={spoken[lang]}
            aria-current={lang === current ? 'true' : undefined}
            onClick={() => choose({ lang })}
          >
            {names[lang]}
          </Link>
        </Fragment>
      ))}
    </nav>
  );
}
