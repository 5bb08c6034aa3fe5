/** The agenda: written by the data, arranged by the office. What is not saved is kept on this device. */
import { useState } from 'react';
import type { AgendaItem, MeetingDetail } from '#core/contract/meeting.ts';
import { agendaOf } from '#core/domain/agenda.ts';
import { useSaveAgenda } from '#src/api/meetings.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { ApiError } from '#src/lib/request.ts';
import { dropAgenda, keepAgenda, moved, useAgendaDrafts, withOwn } from './agenda-draft.ts';
import { AgendaRow, type AgendaRowProps } from './agenda-row.tsx';
import { type Drag, useDragOrder } from './use-drag-order.ts';
import { useMeetingWords, useWhy } from './words.ts';

/** How a row looks while one is moved: it itself, or the edge where it would come. */
function draggedAs(drag: Drag | null, index: number): AgendaRowProps['dragged'] {
  if (drag === null) return null;
  if (index === drag.from) return 'held';
  if (index !== drag.to) return null;
  return drag.to < drag.from ? 'before' : 'after';
}

type Titled = (item: AgendaItem) => string;

function Side({
  name,
  items,
  titled,
  take,
  onTake,
}: {
  name: string;
  items: readonly AgendaItem[];
  titled: Titled;
  take: string;
  onTake: () => void;
}) {
  return (
    <section>
      <h3>{name}</h3>
      <ol>
        {items
          .filter((item) => item.shown)
          .map((item) => (
            <li key={item.key}>{titled(item)}</li>
          ))}
      </ol>
      <button type="button" className="button" onClick={onTake}>
        {take}
      </button>
    </section>
  );
}

export type AgendaProps = {
  detail: MeetingDetail;
  /** Whether the reader holds meetings, and this one still takes changes. */
  mayChange: boolean;
};

export function Agenda({ detail, mayChange }: AgendaProps) {
  const w = useMeetingWords();
  const why = useWhy();
  const lang = useLanguage();
  const { meeting, agenda, slides } = detail;
  const save = useSaveAgenda(meeting.id, lang);
  const kept = useAgendaDrafts((state) => state.drafts[meeting.id]) ?? null;
  const [isSaved, setIsSaved] = useState(false);
  const draft = mayChange ? kept : null;
  // What the data write anew meanwhile stands among what is not saved, too.
  const items = draft === null ? agenda : agendaOf(slides, draft.items, lang);
  const bySlide = new Map(slides.map((slide) => [slide.key, slide]));
  const titled: Titled = (item) =>
    item.kind === 'own' ? (item.title ?? '') : (bySlide.get(item.key)?.title ?? item.key);
  const isStale = draft !== null && draft.version !== meeting.agendaVersion;

  const change = (next: readonly AgendaItem[]): void => {
    setIsSaved(false);
    keepAgenda(meeting.id, { version: draft?.version ?? meeting.agendaVersion, items: next });
  };
  const store = (version: string): void =>
    save.mutate(
      // A title is never empty on the record: what was emptied has its first name again.
      {
        version,
        items: items.map((item) =>
          item.kind === 'own' && (item.title ?? '').trim() === ''
            ? { ...item, title: w.newOwn }
            : item,
        ),
      },
      {
        onSuccess: () => {
          dropAgenda(meeting.id);
          setIsSaved(true);
        },
      },
    );
  const { list, drag, gripOf } = useDragOrder((from, to) => change(moved(items, from, to)));
  // What was refused was about these changes, and goes with them.
  const discard = (): void => {
    dropAgenda(meeting.id);
    save.reset();
  };
  let number = 0;
  const isConflict =
    isStale || (save.error instanceof ApiError && save.error.problem?.code === 'stale-version');

  return (
    <section className="ms-agenda panel-card" aria-label={w.agenda}>
      <h2>{w.agenda}</h2>
      {meeting.state === 'closed' ? (
        <p className="caption">{w.closedAgenda}</p>
      ) : mayChange ? (
        <p className="caption">{w.agendaHint}</p>
      ) : null}
      <ol className="ms-items" ref={list}>
        {items.map((item, index) => {
          if (item.shown) number += 1;
          return (
            <AgendaRow
              key={item.key}
              item={item}
              slide={bySlide.get(item.key) ?? null}
              number={item.shown ? number : null}
              onChange={
                mayChange
                  ? (next) => change(items.map((one) => (one.key === item.key ? next : one)))
                  : null
              }
              onMove={(by) => change(moved(items, index, index + by))}
              grip={gripOf(index)}
              dragged={draggedAs(drag, index)}
              onRemove={
                item.kind === 'own'
                  ? () => change(items.filter((one) => one.key !== item.key))
                  : null
              }
            />
          );
        })}
      </ol>
      {mayChange ? (
        <div className="ms-row">
          <button type="button" className="button" onClick={() => change(withOwn(items, w.newOwn))}>
            {w.addOwn}
          </button>
          {draft === null ? null : (
            <>
              <button
                type="button"
                className="button ms-first"
                disabled={save.isPending || isConflict}
                onClick={() => store(draft.version)}
              >
                {w.saveAgenda}
              </button>
              <button type="button" className="button" onClick={discard}>
                {w.discard}
              </button>
            </>
          )}
        </div>
      ) : null}
      <p role="status" className="caption">
        {isSaved && draft === null ? w.saved : draft === null ? '' : w.unsaved}
      </p>
      {draft !== null && isConflict ? (
        <div className="ms-conflict" role="alert">
          <p>{w.conflict}</p>
          <div className="ms-beside">
            <Side
              name={w.mine}
              items={items}
              titled={titled}
              take={w.takeMine}
              onTake={() => store(meeting.agendaVersion)}
            />
            <Side
              name={w.theirs}
              items={agenda}
              titled={titled}
              take={w.takeTheirs}
              onTake={discard}
            />
          </div>
        </div>
      ) : null}
      {save.error === null || isConflict ? null : (
        <p className="ms-fault" role="alert">
          {w.refused(why(save.error))}
        </p>
      )}
    </section>
  );
}
