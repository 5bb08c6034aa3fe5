import { useId, useState } from 'react';
import { meetingLimits } from '#core/contract/lists.ts';
import type { AgendaItem } from '#core/contract/meeting.ts';
import type { Slide } from '#core/contract/slide.ts';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { TimelineLink } from '#src/ui/timeline-link.tsx';
import type { Grip } from './use-drag-order.ts';
import { useMeetingWords } from './words.ts';

export type AgendaRowProps = {
  item: AgendaItem;
  /** null = the data does not write this slide any more, or it is an own item. */
  slide: Slide | null;
  /** Place among the shown ones, from 1; null = it is dropped. */
  number: number | null;
  /** null = nothing can be changed. */
  onChange: ((item: AgendaItem) => void) | null;
  onMove: (by: 1 | -1) => void;
  grip: Grip;
  /** `held` = it is being moved; before, after = what is moved would come there; null = neither. */
  dragged: 'held' | 'before' | 'after' | null;
  onRemove: (() => void) | null;
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/**
 * The item asking this. Ids of options stay with their words where the words stay; without words nothing is asked, and
 * what the data would propose is declined.
 */
function asking(item: AgendaItem, words: string, lines: string): AgendaItem {
  if (words.trim() === '') return { ...item, ask: null, declined: true };
  const known = new Map((item.ask?.options ?? []).map((row) => [row.words, row.id]));
  const options = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line, index, all) => line !== '' && all.indexOf(line) === index)
    .slice(0, meetingLimits.options);
  const taken = new Set(known.values());
  let next = 0;
  const fresh = (): string => {
    do next += 1;
    while (taken.has(`o${next}`));
    return `o${next}`;
  };
  const ask = {
    words: words.trim(),
    options: options.map((line) => ({ id: known.get(line) ?? fresh(), words: line })),
  };
  return { ...item, ask, declined: false };
}

function Details({ item, onChange }: { item: AgendaItem; onChange: (item: AgendaItem) => void }) {
  const w = useMeetingWords();
  const id = useId();
  const [words, setWords] = useState(item.ask?.words ?? '');
  const [lines, setLines] = useState((item.ask?.options ?? []).map((row) => row.words).join('\n'));
  return (
    <div className="ms-details">
      {item.kind === 'own' ? (
        <>
          <label htmlFor={`${id}-title`}>{w.ownTitle}</label>
          <input
            id={`${id}-title`}
            type="text"
            maxLength={200}
            value={item.title ?? ''}
            onChange={(event) => onChange({ ...item, title: event.target.value })}
          />
          <label htmlFor={`${id}-text`}>{w.ownText}</label>
          <textarea
            id={`${id}-text`}
            rows={4}
            value={item.text ?? ''}
            onChange={(event) => onChange({ ...item, text: orNull(event.target.value) })}
          />
        </>
      ) : null}
      <label htmlFor={`${id}-notes`}>{w.notes}</label>
      <textarea
        id={`${id}-notes`}
        rows={3}
        value={item.notes ?? ''}
        onChange={(event) => onChange({ ...item, notes: orNull(event.target.value) })}
      />
      <label htmlFor={`${id}-minutes`}>{w.minutes}</label>
      <input
        id={`${id}-minutes`}
        type="number"
        min={1}
        max={600}
        value={item.minutes ?? ''}
        onChange={(event) => {
          const minutes = Math.round(Number(event.target.value));
          onChange({ ...item, minutes: minutes >= 1 && minutes <= 600 ? minutes : null });
        }}
      />
      <label htmlFor={`${id}-ask`}>{w.askWords}</label>
      <input
        id={`${id}-ask`}
        type="text"
        maxLength={500}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          onChange(asking(item, event.target.value, lines));
        }}
      />
      {words.trim() === '' ? null : (
        <>
          <label htmlFor={`${id}-options`}>{w.askOptions}</label>
          <textarea
            id={`${id}-options`}
            rows={4}
            value={lines}
            onChange={(event) => {
              setLines(event.target.value);
              onChange(asking(item, words, event.target.value));
            }}
          />
        </>
      )}
    </div>
  );
}

const classOf = (isShown: boolean, dragged: AgendaRowProps['dragged']): string =>
  [
    'ms-item',
    ...(isShown ? [] : ['ms-item-dropped']),
    ...(dragged === null ? [] : [`ms-item-${dragged}`]),
  ].join(' ');

/** One place of the agenda, with what can be done to it. */
export function AgendaRow(props: AgendaRowProps) {
  const { item, slide, number, onChange, onMove, onRemove, grip, dragged } = props;
  const w = useMeetingWords();
  const [isOpen, setIsOpen] = useState(item.kind === 'own' && item.text === null);
  const title = item.kind === 'own' ? (item.title ?? '') : (slide?.title ?? item.key);
  return (
    <li className={classOf(item.shown, dragged)}>
      <div className="ms-item-line">
        {onChange === null ? null : (
          <span className="ms-grip" title={w.grip(title)} aria-hidden="true" {...grip}>
            ≡
          </span>
        )}
        <span className="digits ms-number">{number ?? '–'}</span>
        <span className="ms-item-title">
          {slide === null || slide.light === null ? null : <LightIcon state={slide.light} />}
          {title}
          {item.shown ? null : <small>{w.dropped}</small>}
          {item.notes === null || isOpen ? null : <small className="ms-note">{item.notes}</small>}
          {item.kind === 'task' ? (
            <small>
              <TimelineLink subject={item.key} />
            </small>
          ) : null}
        </span>
        {onChange === null ? null : (
          <span className="ms-tools">
            <button
              type="button"
              className="button"
              aria-label={w.moveUp(title)}
              onClick={() => onMove(-1)}
            >
              ↑
            </button>
            <button
              type="button"
              className="button"
              aria-label={w.moveDown(title)}
              onClick={() => onMove(1)}
            >
              ↓
            </button>
            <button
              type="button"
              className="button"
              aria-expanded={isOpen}
              aria-label={`${w.details}: ${title}`}
              onClick={() => setIsOpen(!isOpen)}
            >
              {w.details}
            </button>
            {onRemove === null ? (
              <button
                type="button"
                className="button"
                aria-label={`${item.shown ? w.drop : w.bringBack}: ${title}`}
                onClick={() => onChange({ ...item, shown: !item.shown })}
              >
                {item.shown ? w.drop : w.bringBack}
              </button>
            ) : (
              <button
                type="button"
                className="button"
                aria-label={`${w.remove}: ${title}`}
                onClick={onRemove}
              >
                {w.remove}
              </button>
            )}
          </span>
        )}
      </div>
      {isOpen && onChange !== null ? <Details item={item} onChange={onChange} /> : null}
    </li>
  );
}
