import { createContext, useContext, useEffect, useState } from 'react';

/** Names the question that a page answers: another question gives other values, and none of them has changed. */
export const QuestionContext = createContext('');

const MARK_MS = 60_000;

/** True for a minute after the text became another one while the same question was shown. */
export function useJustChanged(text: string): boolean {
  const question = useContext(QuestionContext);
  const [seen, setSeen] = useState({ text, question, changes: 0 });
  const [isMarked, setMarked] = useState(false);
  if (seen.text !== text || seen.question !== question) {
    const hasChanged = seen.question === question;
    setSeen({ text, question, changes: seen.changes + (hasChanged ? 1 : 0) });
    setMarked(hasChanged);
  }
  const { changes } = seen;
  useEffect(() => {
    if (changes === 0) return;
    const timer = setTimeout(() => setMarked(false), MARK_MS);
    return () => clearTimeout(timer);
  }, [changes]);
  return isMarked;
}
