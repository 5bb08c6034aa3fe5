/** One slide, whichever it is, in the frame of all. */
import { memo } from 'react';
import type { MeetingHead, Resolution } from '#core/contract/meeting.ts';
import type { Slide } from '#core/contract/slide.ts';
import { AskBox } from './ask-box.tsx';
import { FundsSlide, PlatformsSlide } from './board-slides.tsx';
import { ChangesSlide } from './changes-slide.tsx';
import { DecisionsSlide } from './decisions-slide.tsx';
import type { Shown } from './deck.ts';
import { FocusContext, Part, SlideFrame } from './frame.tsx';
import {
  DisagreementsSlide,
  QuestionsSlide,
  ResolutionsSlide,
  SilenceSlide,
} from './list-slides.tsx';
import { TaskSlide } from './task-slide.tsx';
import { TitleSlide } from './title-slide.tsx';
import { usePresentWords } from './words.ts';

export type SlideViewProps = {
  meeting: MeetingHead;
  /** Whether its numbers are of a day that had not come. */
  isSimulated: boolean;
  deck: readonly Shown[];
  /** Place in the deck, 0 = the title. */
  place: number;
  focus: number | null;
  resolutions: readonly Resolution[];
  mayDecide: boolean;
};

const NOBODY: readonly Resolution[] = [];

/** The fund that the slide of changes draws: the first one that is behind, or has a plan. */
function drawnFund(deck: readonly Shown[]) {
  const body = deck.find((row) => row.slide.kind === 'funds')?.slide.body;
  if (body?.kind !== 'funds') return null;
  return (
    body.funds.find((fund) => (fund.schedule?.gapPoints ?? 0) < 0) ??
    body.funds.find((fund) => fund.planned !== null) ??
    null
  );
}

function Body({ shown, ...props }: Omit<SlideViewProps, 'place' | 'focus'> & { shown: Shown }) {
  const { meeting, deck, resolutions, mayDecide } = props;
  const { item, slide } = shown;
  const own = resolutions.filter((row) => row.item === shown.key && !row.withdrawn);
  const body: Slide['body'] = slide.body;
  const asked =
    item.ask === null ? null : (
      <Part index={9} className="mt-ask mt-ask-low">
        <AskBox item={item} resolutions={own} />
      </Part>
    );
  switch (body.kind) {
    case 'task':
      return (
        <TaskSlide
          body={body}
          meeting={meeting}
          item={item}
          resolutions={own.length === 0 ? NOBODY : own}
        />
      );
    case 'changes':
      return <ChangesSlide body={body} fund={drawnFund(deck)} />;
    case 'resolutions':
      return <ResolutionsSlide body={body} />;
    case 'funds':
      return <FundsSlide body={body} />;
    case 'platforms':
      return <PlatformsSlide body={body} />;
    case 'disagreements':
      return <DisagreementsSlide body={body} />;
    case 'questions':
      return <QuestionsSlide body={body} />;
    case 'silence':
      return <SilenceSlide body={body} />;
    case 'own':
      return (
        <div className={asked === null ? 'mt-whole' : 'mt-red'}>
          <Part index={0} className="mt-own">
            {(item.text ?? '').split('\n').map((line, index) => (
              // Lines have no names of their own, and do not move.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <p key={index}>{line}</p>
            ))}
          </Part>
          {asked}
        </div>
      );
    case 'decisions':
      return (
        <DecisionsSlide
          meeting={meeting.id}
          deck={deck}
          resolutions={resolutions}
          mayWithdraw={mayDecide}
        />
      );
    default:
      return body satisfies never;
  }
}

/** Pure but for its parts: the same meeting, place and focus give the same slide. */
export const SlideView = memo(function SlideView({ place, focus, ...props }: SlideViewProps) {
  const { meeting, deck, isSimulated } = props;
  const w = usePresentWords();
  const shown = deck[place - 1];
  const decided = props.resolutions.filter((row) => !row.withdrawn).length;
  // What was found before the meeting says nothing of what it has decided since.
  const titled =
    shown === undefined || shown.slide.kind !== 'decisions' || decided === 0
      ? shown?.slide
      : { ...shown.slide, title: w.decidedSoFar(decided) };
  return (
    <FocusContext value={focus}>
      <article className={`mt-slide mt-slide-${shown?.slide.kind ?? 'title'}`}>
        {shown === undefined || titled === undefined ? (
          <TitleSlide meeting={meeting} isSimulated={isSimulated} deck={deck} />
        ) : (
          <SlideFrame
            meeting={meeting}
            isSimulated={isSimulated}
            slide={titled}
            number={place + 1}
            total={deck.length + 1}
          >
            <Body {...props} shown={shown} />
          </SlideFrame>
        )}
      </article>
    </FocusContext>
  );
});
