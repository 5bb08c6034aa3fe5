import { Link } from 'wouter';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useHref } from '#src/lib/use-address.ts';
import { EmptyState } from '#src/ui/panel-state.tsx';
import { useUiWords } from '#src/ui/words.ts';

export type EmptyPanelProps = { what: string; asOf: string; earliest: string | null };

/** A section without figures by the asked date, with the way to the first date that has some. */
export function EmptyPanel({ what, asOf, earliest }: EmptyPanelProps) {
  const ui = useUiWords();
  const lang = useLanguage();
  const href = useHref();
  return (
    <EmptyState
      what={what}
      asOf={asOf}
      earliest={earliest}
      action={
        earliest === null ? null : (
          <Link className="button" href={href({ change: { asOf: earliest, compare: null } })}>
            {ui.lookAt(formatDate(earliest, lang, asOf))}
          </Link>
        )
      }
    />
  );
}
