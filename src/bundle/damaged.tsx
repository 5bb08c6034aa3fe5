import type { Language } from '#core/contract/lists.ts';
import type { BundleDamage } from '#server/bundle/open-bundle.ts';
import { htmlLang } from '#src/i18n/html-lang.ts';
import { words } from './words.ts';

/** In the place of everything: what does not fit, in both languages. */
export function Damaged({ damage: { damage, expected, found } }: { damage: BundleDamage }) {
  return (
    <main className="bundle-damaged">
      <div role="alert">
        {(['zh', 'en'] as const satisfies readonly Language[]).map((lang) => {
          const w = words[lang];
          return (
            <section key={lang} lang={htmlLang[lang]}>
              <h1>{w.damaged}</h1>
              <p>{w.damages[damage]}</p>
              {expected === null || damage === 'incomplete' ? null : (
                <dl>
                  <dt>SHA-256 {w.expected}</dt>
                  <dd>
                    <code>{expected}</code>
                  </dd>
                  <dt>SHA-256 {w.found}</dt>
                  <dd>{found === null ? w.unreadable : <code>{found}</code>}</dd>
                </dl>
              )}
              <p>{w.again}</p>
            </section>
          );
        })}
      </div>
    </main>
  );
}
