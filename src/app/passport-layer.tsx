import { type ReactNode, Suspense } from 'react';
import type { Board } from '#core/contract/board.ts';
import { type LazyPart, lazyPart } from '#src/lib/lazy-part.tsx';
import { useAddress, useChangeAddress } from '#src/lib/use-address.ts';
import { OpenContext } from '#src/ui/open-context.ts';
import { keyOf } from '#src/ui/passport-key.ts';

export type PassportPartProps = {
  /** As the address names it. */
  passportKey: string;
  board: Board;
  onClose: () => void;
};

/** The drawer, in a chunk of its own: a page without an open passport does not load it. */
export const passportPart: LazyPart<PassportPartProps> = lazyPart(
  async () => (await import('#src/features/passport/passport.tsx')).Passport,
);

/** Every desk page: numbers and marks open their passport, which the address names. */
export function PassportLayer({ board, children }: { board: Board; children: ReactNode }) {
  const { address } = useAddress();
  const changeAddress = useChangeAddress();
  return (
    <OpenContext value={(target) => changeAddress({ passport: keyOf(target) })}>
      {children}
      {address.passport === null ? null : (
        <Suspense fallback={null}>
          {passportPart.render({
            passportKey: address.passport,
            board,
            onClose: () => changeAddress({ passport: null }, { replace: true }),
          })}
        </Suspense>
      )}
    </OpenContext>
  );
}
