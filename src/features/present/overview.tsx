import { useEffect, useRef } from 'react';
import { SlideView, type SlideViewProps } from './slide-view.tsx';
import { usePresentWords } from './words.ts';

export type OverviewProps = Omit<SlideViewProps, 'focus'> & { onGo: (place: number) => void };

/** Every slide small, to go to one of them. */
export function Overview({ onGo, place, ...props }: OverviewProps) {
  const w = usePresentWords();
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => current.current?.focus(), []);
  return (
    <ol className="mt-overview">
      {[null, ...props.deck].map((row, index) => (
        <li key={row?.key ?? ''}>
          <span className="mt-small-slide" data-theme="projector" aria-hidden="true" inert>
            <SlideView {...props} place={index} focus={null} mayDecide={false} />
          </span>
          <button
            ref={index === place ? current : undefined}
            type="button"
            aria-current={index === place ? 'step' : undefined}
            aria-label={w.goTo(index + 1, row?.slide.title ?? props.meeting.title)}
            onClick={() => onGo(index)}
          />
        </li>
      ))}
    </ol>
  );
}
