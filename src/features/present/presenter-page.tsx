/** For whoever presents, in a second window or on a phone: notes, what comes next, the time, and the way on. */
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Decide } from './decide.tsx';
import { Missing } from './missing.tsx';
import { isPaired, PairingCode, PairingField } from './pairing.tsx';
import { Says } from './says.tsx';
import { SlideView } from './slide-view.tsx';
import { useKeys } from './use-keys.ts';
import { type Presented, usePresented } from './use-meeting.ts';
import { usePresentWords } from './words.ts';

const two = (part: number): string => String(part).padStart(2, '0');
const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 60))}:${two(Math.floor(seconds % 60))}`;

/** Whole seconds since an instant of this device's clock. */
function useSecondsSince(since: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - Date.parse(since)) / 1_000));
}

function Timer({ since, minutes }: { since: string; minutes: number | null }) {
  const w = usePresentWords();
  const seconds = useSecondsSince(since);
  const isOver = minutes !== null && seconds > minutes * 60;
  return (
    <p className={isOver ? 'mt-timer mt-timer-over' : 'mt-timer'}>
      <span>{w.elapsed}</span> <b className="digits">{clock(seconds)}</b>{' '}
      <small>{minutes === null ? '' : isOver ? w.overTime(minutes) : w.setAside(minutes)}</small>
    </p>
  );
}

function Desk(presented: Presented) {
  const { detail, deck, place, stage, go, change, hrefOf } = presented;
  const w = usePresentWords();
  const [, navigate] = useLocation();
  const [isDeciding, setIsDeciding] = useState(false);
  const [isIn, setIsIn] = useState(() => isPaired(presented.id));
  const shown = deck[place - 1] ?? null;
  const step = (by: 1 | -1): void => {
    setIsDeciding(false);
    go(Math.min(Math.max(place + by, 0), deck.length));
  };
  useKeys({
    step,
    edge: (which) => go(which === 'first' ? 0 : deck.length),
    focus: () => change({ focus: stage.focus === null ? 0 : null }),
    decide: () => setIsDeciding(presented.mayDecide && shown !== null),
    black: () => change({ black: !stage.black }),
    overview: () => undefined,
    presenter: () => undefined,
    escape: () => (isDeciding ? setIsDeciding(false) : navigate(hrefOf(''))),
  });
  if (detail === null) return null;
  const slides = {
    meeting: detail.meeting,
    isSimulated: detail.simulated,
    deck,
    focus: null,
    resolutions: presented.resolutions,
    mayDecide: false,
  };
  const following = deck[place] ?? null;
  return (
    <div className="mt-presenter">
      <header>
        <h1>{detail.meeting.title}</h1>
        <Timer since={stage.since} minutes={shown?.item.minutes ?? null} />
      </header>
      <div className="mt-presenter-slides">
        <section aria-label={shown?.slide.title ?? detail.meeting.title}>
          <div
            className="mt-small-slide mt-small-slide-now"
            data-theme="projector"
            aria-hidden="true"
            inert
          >
            <SlideView {...slides} place={place} />
          </div>
        </section>
        <section>
          <h2>{w.nextSlide}</h2>
          {following === null ? (
            <p className="mt-small">{w.lastSlide}</p>
          ) : (
            <>
              <div
                className="mt-small-slide mt-small-slide-next"
                data-theme="projector"
                aria-hidden="true"
                inert
              >
                <SlideView {...slides} place={place + 1} />
              </div>
              <p>{following.slide.title}</p>
            </>
          )}
        </section>
      </div>
      <section className="mt-presenter-notes">
        <h2>{shown?.slide.title ?? detail.meeting.title}</h2>
        <h3>{w.notes}</h3>
        {shown?.item.notes == null || shown.item.notes === '' ? (
          <p className="mt-small">{w.noNotes}</p>
        ) : (
          <p className="mt-notes">{shown.item.notes}</p>
        )}
        <p className="mt-small mt-keys">{w.keys}</p>
      </section>
      {presented.holds ? <PairingCode meeting={presented.id} /> : null}
      {import.meta.env.MODE !== 'bundle' && presented.isSignedIn === false && !isIn ? (
        <PairingField meeting={presented.id} onPaired={() => setIsIn(true)} />
      ) : null}
      {isDeciding && shown !== null ? (
        <Decide
          key={shown.key}
          meeting={detail.meeting}
          shown={shown}
          onClose={() => setIsDeciding(false)}
          onRecorded={() => setIsDeciding(false)}
        />
      ) : null}
      <Says {...presented} />
      <nav className="mt-remote" aria-label={w.toolbar}>
        <button type="button" onClick={() => step(-1)} disabled={place === 0}>
          ‹ {w.previous}
        </button>
        <span className="digits">{w.page(place + 1, deck.length + 1)}</span>
        <button type="button" onClick={() => step(1)} disabled={place === deck.length}>
          {w.next} ›
        </button>
        <button
          type="button"
          aria-pressed={stage.black}
          onClick={() => change({ black: !stage.black })}
        >
          {w.black}
        </button>
        {presented.mayDecide ? (
          <button type="button" disabled={shown === null} onClick={() => setIsDeciding(true)}>
            {w.decide}
          </button>
        ) : null}
      </nav>
    </div>
  );
}

export function PresenterPage() {
  const presented = usePresented();
  return presented.detail === null ? <Missing error={presented.error} /> : <Desk {...presented} />;
}
