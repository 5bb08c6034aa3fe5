/** The meeting on the projector: one slide at a time, by keyboard, clicker or pointer. */
import { useEffect, useState } from 'react';
import { useLocation, useRouter } from 'wouter';
import { preloadCharts } from '#src/charts/chart.tsx';
import { emptyAddress, writeAddress } from '#src/lib/address.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { usePresenting } from '#src/stores/presenting.ts';
import { OpenContext, type OpenTarget } from '#src/ui/open-context.ts';
import { keyOf } from '#src/ui/passport-key.ts';
import { Bar } from './bar.tsx';
import { Decide } from './decide.tsx';
import { Missing } from './missing.tsx';
import { Overview } from './overview.tsx';
import { Says } from './says.tsx';
import { SlideView } from './slide-view.tsx';
import { type KeyActions, useKeys } from './use-keys.ts';
import { type Presented, usePresented } from './use-meeting.ts';
import { usePresentWords } from './words.ts';

/** How long the tools stay after the last sign of a hand. */
const REST_MS = 3_000;
/** Parts of a slide that the focus goes through; a slide with fewer shows all after its last one. */
const PARTS = { changes: 3, task: 2, funds: 4, platforms: 3, questions: 6, silence: 2 } as const;

const partsOf = (kind: string | undefined): number =>
  kind !== undefined && kind in PARTS ? PARTS[kind as keyof typeof PARTS] : 1;

/** True while there are signs of a hand at the pointer or the keyboard. */
function useAtWork(): boolean {
  const [isAtWork, setIsAtWork] = useState(true);
  useEffect(() => {
    let timer = setTimeout(() => setIsAtWork(false), REST_MS);
    const sign = (): void => {
      clearTimeout(timer);
      setIsAtWork(true);
      timer = setTimeout(() => setIsAtWork(false), REST_MS);
    };
    const names = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
    for (const name of names) addEventListener(name, sign, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const name of names) removeEventListener(name, sign);
    };
  }, []);
  return isAtWork;
}

/** Where a board shows the same instant; the way back is kept. */
function useBoards({ detail, id, hrefOf }: Presented) {
  const { address } = useAddress();
  const w = usePresentWords();
  const snapshot = detail?.meeting.snapshot ?? null;
  return {
    hrefOf: (path: string, passport: string | null = null): string =>
      path +
      writeAddress({
        ...emptyAddress,
        lang: address.lang,
        asOf: snapshot?.asOf ?? detail?.meeting.asOf ?? null,
        compare:
          snapshot === null ? (detail?.meeting.compare ?? null) : (snapshot.compare ?? 'none'),
        knownAt: snapshot?.knownAt ?? null,
        passport,
      }),
    leave: (): void =>
      usePresenting.setState({
        back: { href: hrefOf('/present'), title: detail?.meeting.title ?? w.toolbar },
      }),
    id,
  };
}

type Layer = 'none' | 'decide' | 'overview';

function Projector(presented: Presented) {
  const { detail, deck, place, stage, go, change, hrefOf } = presented;
  const w = usePresentWords();
  const [, navigate] = useLocation();
  const router = useRouter();
  const boards = useBoards(presented);
  const [layer, setLayer] = useState<Layer>('none');
  const isAtWork = useAtWork();
  const shown = deck[place - 1] ?? null;
  const parts = partsOf(shown?.slide.kind);
  const toggle = (which: Layer): void => setLayer((now) => (now === which ? 'none' : which));
  const act: KeyActions = {
    step: (by) => {
      setLayer('none');
      go(Math.min(Math.max(place + by, 0), deck.length));
    },
    edge: (which) => go(which === 'first' ? 0 : deck.length),
    focus: () => {
      const next = stage.focus === null ? 0 : stage.focus + 1;
      change({ focus: next >= parts ? null : next });
    },
    decide: () => {
      if (presented.mayDecide && shown !== null) toggle('decide');
    },
    black: () => change({ black: !stage.black }),
    overview: () => toggle('overview'),
    presenter: () => {
      const address = router.hrefs(router.base + hrefOf('/presenter'), router);
      window.open(address, 'reform-cockpit-presenter', 'popup,width=1280,height=800');
    },
    escape: () => {
      if (stage.black) change({ black: false });
      else if (layer !== 'none') setLayer('none');
      else if (stage.focus !== null) change({ focus: null });
      else navigate(hrefOf(''));
    },
  };
  useKeys(act);
  if (detail === null) return null;
  const { meeting } = detail;
  const slides = {
    meeting,
    isSimulated: detail.simulated,
    deck,
    resolutions: presented.resolutions,
    mayDecide: presented.mayDecide,
  };
  const open = (target: OpenTarget): void => {
    boards.leave();
    navigate(boards.hrefOf('/', keyOf(target)));
  };
  if (stage.black) {
    return (
      <button type="button" className="mt-black" onClick={() => change({ black: false })}>
        <span className="visually-hidden">{w.blackIs}</span>
      </button>
    );
  }
  const isBarShown = isAtWork || layer !== 'none';
  return (
    <div className={`mt-stage${isBarShown ? ' mt-stage-barred' : ''}`}>
      <h1 className="visually-hidden">{meeting.title}</h1>
      {layer === 'overview' ? (
        <Overview
          {...slides}
          place={place}
          onGo={(to) => {
            setLayer('none');
            go(to);
          }}
        />
      ) : (
        <OpenContext value={open}>
          <SlideView {...slides} place={place} focus={stage.focus} />
        </OpenContext>
      )}
      {layer === 'decide' && shown !== null ? (
        <Decide
          key={shown.key}
          meeting={meeting}
          shown={shown}
          onClose={() => setLayer('none')}
          onRecorded={() => setLayer('none')}
        />
      ) : null}
      <Says {...presented} />
      {isBarShown ? (
        <Bar
          deck={deck}
          place={place}
          isFocused={stage.focus !== null}
          isDeciding={layer === 'decide'}
          mayDecide={presented.mayDecide && shown !== null}
          board={shown?.slide.page == null ? null : boards.hrefOf(shown.slide.page)}
          onBoard={boards.leave}
          onGo={go}
          act={act}
        />
      ) : null}
    </div>
  );
}

export function PresentPage() {
  const presented = usePresented();
  useEffect(() => {
    usePresenting.setState({ back: null });
    // A passport that is opened without a network draws its history.
    preloadCharts().catch(() => undefined);
  }, []);
  return presented.detail === null ? (
    <Missing error={presented.error} />
  ) : (
    <Projector {...presented} />
  );
}
