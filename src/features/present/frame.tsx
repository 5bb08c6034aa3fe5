/** The frame of every slide: what it is of, its finding, its body, and at the foot what it rests on. */
import { createContext, type ReactNode, useContext } from 'react';
import type { MeetingHead } from '#core/contract/meeting.ts';
import type { Slide } from '#core/contract/slide.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { usePresentWords } from './words.ts';

/** The part in focus, counted from 0; null = none. */
export const FocusContext = createContext<number | null>(null);

export type PartProps = {
  /** Place among the slide's parts, from left to right. */
  index: number;
  className?: string;
  children: ReactNode;
};

/** A part of a slide that the presenter can bring into focus; the others step back meanwhile. */
export function Part({ index, className, children }: PartProps) {
  const focus = useContext(FocusContext);
  const state = focus === null ? '' : focus === index ? ' mt-spot' : ' mt-dim';
  return (
    <section className={`mt-part${className === undefined ? '' : ` ${className}`}${state}`}>
      {children}
    </section>
  );
}

/** What a slide's part is called, and how much there is of it. */
export function PartHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <h3 className="mt-part-head">
      {title} {children}
    </h3>
  );
}

/** That there is more than the slide shows; nothing where there is not. */
export function More({ count }: { count: number }) {
  const w = usePresentWords();
  return count <= 0 ? null : <p className="mt-more">{w.more(count)}</p>;
}

export type FrameProps = {
  meeting: MeetingHead;
  isSimulated: boolean;
  slide: Slide;
  /** Counted from 1 with the title. */
  number: number;
  total: number;
  children: ReactNode;
};

export function SlideFrame(props: FrameProps) {
  const { meeting, isSimulated, slide, number, total, children } = props;
  const w = usePresentWords();
  const lang = useLanguage();
  const { snapshot } = meeting;
  return (
    <>
      <p className="mt-kick">
        {isSimulated ? (
          <span className="mt-tag">{w.simulated(formatDate(meeting.asOf, lang))}</span>
        ) : null}
        {meeting.compare === null ? (
          <span>{w.asOf(formatDate(meeting.asOf, lang))}</span>
        ) : (
          <>
            <span>{w.sinceLast}</span>
            <span>{w.span(formatDate(meeting.compare, lang), formatDate(meeting.asOf, lang))}</span>
          </>
        )}
        {snapshot === null ? <span className="mt-tag">{w.notFrozen}</span> : null}
        {snapshot?.sound === false ? <span className="mt-tag">{w.damaged}</span> : null}
      </p>
      <h2 className="mt-title">
        {slide.light === null ? null : <LightIcon state={slide.light} />}
        <span>{slide.title}</span>
      </h2>
      {children}
      <footer className="mt-foot">
        {slide.note === null ? null : <span>{slide.note}</span>}
        {slide.sources.length === 0 ? null : (
          <span className="mt-sources">{w.sources(slide.sources)}</span>
        )}
        <span className="mt-page digits">{w.page(number, total)}</span>
      </footer>
    </>
  );
}
