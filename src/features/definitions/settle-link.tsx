import { Link } from 'wouter';
import { useMe } from '#src/api/session.ts';
import { useHref } from '#src/lib/use-address.ts';
import { useDefinitionWords } from './words.ts';

/** For whoever may settle a question: the way to where that is done. */
export function SettleLink({ id }: { id: string }) {
  const w = useDefinitionWords();
  const href = useHref();
  if (!useMe()?.rights.includes('settle-questions')) return null;
  return (
    <Link href={href({ path: '/admin/registers', change: { register: 'questions', record: id } })}>
      {w.settle}
    </Link>
  );
}
