import { Link } from 'wouter';
import { usePresenting } from '#src/stores/presenting.ts';
import './presenting-bar.css';
import { useCommonWords } from './words.ts';

/** The way back into a meeting that was left to look at a board. */
export function PresentingBar() {
  const w = useCommonWords();
  const back = usePresenting((state) => state.back);
  if (back === null) return null;
  return (
    <Link className="presenting-bar" href={back.href}>
      ‹ {w.backToMeeting(back.title)}
    </Link>
  );
}
