import { Suspense } from 'react';
import { useMe } from '#src/api/session.ts';
import { lazyPart } from '#src/lib/lazy-part.tsx';

const part = lazyPart(async () => (await import('#src/features/tasks/outbox.tsx')).Outbox);

/** Whoever is signed in has an outbox, on every page: what they submitted without a link goes out from anywhere. */
export function OutboxPart() {
  const account = useMe()?.account ?? null;
  if (account === null) return null;
  return <Suspense fallback={null}>{part.render({ account: account.id })}</Suspense>;
}
