import type { MeetingHead } from '#core/contract/meeting.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { momentText } from '#src/lib/moment.ts';

import { LightIcon } from '#src/ui/light-icon.tsx';
import type { Shown } from './deck.ts';
import { More, Part, PartHead } from './frame.tsx';
import { usePresentWords } from './words.ts';

/** Lines of the agenda that fit beside the facts. */
const LINES = 12;
/** So few may take two lines each. */
const WRAPPED = 8;

/** The first slide: which meeting it is, what its numbers are of, and what will be gone through. */
export function TitleSlide({
  meeting,
  isSimulated,
  deck,
}: {
  meeting: MeetingHead;
  isSimulated: boolean;
  deck: readonly Shown[];
}) {
  const w = usePresentWords();
  const lang = useLanguage();
  const { snapshot } = meeting;
  const names = meeting.participants.map((row) => row.name);
  return (
    <>
      <p className="mt-kick">
        {isSimulated ? (
          <span className="mt-tag">{w.simulated(formatDate(meeting.asOf, lang))}</span>
        ) : null}
        <span>{formatDate(meeting.date, lang)}</span>
      </p>
      <h2 className="mt-title mt-title-first">{meeting.title}</h2>
      <div className="mt-columns mt-columns-2">
        <Part index={0}>
          <PartHead title={w.agenda}>
            <span className="digits">{deck.length}</span>
          </PartHead>
          <ol className={deck.length > WRAPPED ? 'mt-agenda' : 'mt-agenda mt-agenda-few'}>
            {deck.slice(0, LINES).map(({ key, item, slide }, index) => (
              <li key={key}>
                <span className="digits mt-agenda-number">{index + 1}</span>
                <span className="mt-agenda-title">
                  {slide.light === null ? null : <LightIcon state={slide.light} />}
                  {slide.title}
                </span>
                <small>{item.minutes === null ? '' : w.minutes(item.minutes)}</small>
              </li>
            ))}
          </ol>
          <More count={deck.length - LINES} />
        </Part>
        <Part index={1}>
          <dl className="mt-facts">
            <dt>{w.asOfName}</dt>
            <dd className="digits">{formatDate(meeting.asOf, lang)}</dd>
            <dt>{w.comparedWith}</dt>
            <dd className="digits">
              {meeting.compare === null ? w.notCompared : formatDate(meeting.compare, lang)}
            </dd>
            <dt>{w.participants}</dt>
            <dd>{names.length === 0 ? w.nobodyNamed : names.join(lang === 'zh' ? '、' : ', ')}</dd>
          </dl>
          <p className="mt-stamp">
            {snapshot === null
              ? w.notFrozen
              : snapshot.sound
                ? w.frozen(snapshot.version, momentText(snapshot.frozenAt))
                : w.damaged}
            {snapshot === null ? null : <code>{snapshot.sha256}</code>}
          </p>
        </Part>
      </div>
    </>
  );
}
