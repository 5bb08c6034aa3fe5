import { Link } from 'wouter';
import { timeline as en } from '#src/i18n/en/timeline.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { timeline as zh } from '#src/i18n/zh/timeline.ts';
import { useHref } from '#src/lib/use-address.ts';

const words = { zh, en };

/** The way to an indicator (`indicator:CODE`) or a task (`task:ID`) as each meeting saw it. */
export function TimelineLink({ subject }: { subject: string }) {
  const w = useWords(words);
  const href = useHref();
  // A bundle holds one meeting.
  if (import.meta.env.MODE === 'bundle') return null;
  return <Link href={href({ path: '/timeline', change: { subject } })}>{w.title}</Link>;
}
