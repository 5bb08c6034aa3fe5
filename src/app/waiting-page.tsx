import { states as en } from '#src/i18n/en/states.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { states as zh } from '#src/i18n/zh/states.ts';
import './waiting-page.css';

const words = { zh, en };

/** Still outlines, shown only where the answer takes longer than a glance (the delay is in the style sheet). */
export function WaitingPage() {
  const w = useWords(words);
  return (
    <div className="page-waiting" role="status">
      <span />
      <span />
      <span />
      <p>{w.waiting}</p>
    </div>
  );
}
