import { useRef } from 'react';
import type { Me } from '#core/contract/account.ts';
import { useMe } from '#src/api/session.ts';

/** Who works on the page; stays the same while their session has ended, so that nothing typed goes with it. */
export function useWorker(): Me | undefined {
  const me = useMe();
  const last = useRef(me);
  if (me?.account) last.current = me;
  return last.current;
}
