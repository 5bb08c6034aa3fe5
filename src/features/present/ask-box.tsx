import type { AgendaItem, Resolution } from '#core/contract/meeting.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { usePresentWords } from './words.ts';

export type AskBoxProps = {
  item: AgendaItem;
  /** Decided on this item; what was taken back is left out by the caller. */
  resolutions: readonly Resolution[];
};

/** What the meeting is asked to decide, and what it has decided. Blanks are blanks. */
export function AskBox({ item, resolutions }: AskBoxProps) {
  const w = usePresentWords();
  const lang = useLanguage();
  const chosen = new Set(resolutions.map((row) => row.option));
  const newest = resolutions[resolutions.length - 1] ?? null;
  return (
    <>
      <h3>{w.ask}</h3>
      {item.ask === null ? null : <p className="mt-ask-words">{item.ask.words}</p>}
      <ul className="mt-options">
        {(item.ask?.options ?? []).map((option) => (
          <li key={option.id}>
            <span className={chosen.has(option.id) ? 'mt-box mt-box-chosen' : 'mt-box'}>
              {chosen.has(option.id) ? <span className="visually-hidden">{w.decided}</span> : null}
            </span>
            <span>{option.words}</span>
          </li>
        ))}
      </ul>
      <dl className="mt-blanks">
        <dt>{w.words}</dt>
        <dd>{newest?.words ?? ''}</dd>
        <dt>{w.newDue}</dt>
        <dd>{newest?.due == null ? '' : formatDate(newest.due, lang)}</dd>
        <dt>{w.whoOwns}</dt>
        <dd>{newest?.ownerName ?? ''}</dd>
      </dl>
      <p className="mt-small">{w.carriesAtClose}</p>
    </>
  );
}
