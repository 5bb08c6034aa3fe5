import { Link } from 'wouter';
import type { Language } from '#core/contract/lists.ts';
import { formatDate } from '#core/domain/format.ts';
import type { OpenBundle } from '#server/bundle/open-bundle.ts';
import { LanguageContext } from '#src/i18n/i18n.ts';
import { useAddress, useHref } from '#src/lib/use-address.ts';
import { QrSquares } from '#src/meeting-ui/qr-squares.tsx';
import { usePreferences } from '#src/stores/preferences.ts';
import { Moment } from '#src/ui/moment.tsx';
import { words } from './words.ts';

/** The page's language, as the app itself settles it. */
function usePageLanguage(own: Language): Language {
  const { address } = useAddress();
  const chosen = usePreferences((state) => state.lang);
  return address.lang ?? chosen ?? own;
}

/** Above every page of a bundle: what this is, of which meeting, and that it is whole. */
export function BundleBar({ bundle: { meeting: bundled, signature } }: { bundle: OpenBundle }) {
  const lang = usePageLanguage(bundled.lang);
  const href = useHref();
  const w = words[lang];
  const { head, link } = bundled;
  const { meeting } = bundled.details[lang];
  const path = `/meetings/${encodeURIComponent(meeting.id)}`;
  return (
    <LanguageContext value={lang}>
      <aside className="bundle-bar" aria-label={w.aboutTitle}>
        <b>
          {w.bundle} · {w.readOnly}
        </b>
        <Link href={href({ path })}>{meeting.title}</Link>
        <span>{w.asOf(formatDate(head.asOf, lang))}</span>
        <span>{w.checked(head.sha256.slice(0, 8))}</span>
        <details>
          <summary>{w.about}</summary>
          <div className="bundle-about">
            <p>{w.aboutText}</p>
            <dl>
              <dt>{w.compare}</dt>
              <dd>{head.compare === null ? w.none : formatDate(head.compare, lang)}</dd>
              <dt>{w.knownAt}</dt>
              <dd>
                <Moment at={head.knownAt} />
              </dd>
              <dt>{w.frozenAt}</dt>
              <dd>
                <Moment at={head.frozenAt} />
                {head.frozenByName === null ? '' : ` · ${head.frozenByName}`}
              </dd>
              <dt>{w.version}</dt>
              <dd>v{head.version}</dd>
              <dt>SHA-256</dt>
              <dd>
                <code>{head.sha256}</code>
              </dd>
              <dt>{w.signature}</dt>
              <dd>{w.signatures[signature]}</dd>
              <dt>{w.link}</dt>
              <dd>
                <a href={link} rel="noreferrer">
                  {link}
                </a>
              </dd>
            </dl>
            <QrSquares text={link} name={w.scan} />
          </div>
        </details>
      </aside>
    </LanguageContext>
  );
}
