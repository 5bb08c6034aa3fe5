import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useSignOut } from '#src/api/session.ts';
import { account as en } from '#src/i18n/en/account.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { account as zh } from '#src/i18n/zh/account.ts';

const words = { zh, en };

export type AccountMenuProps = {
  name: string;
  /** Pages where the reader has something to do. */
  places: readonly { readonly href: string; readonly name: string }[];
  /** Where another account is chosen (the demo); null = nowhere. */
  signIn: string | null;
  onClose: () => void;
};

/** Below the button: what the reader may do, and the way out. Esc and a press beside it close it. */
export function AccountMenu({ name, places, signIn, onClose }: AccountMenuProps) {
  const w = useWords(words);
  const signOut = useSignOut();
  const box = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    box.current?.focus();
    const handlePress = (event: PointerEvent) => {
      const at = event.target;
      if (at instanceof Node && box.current?.parentElement?.contains(at)) return;
      close.current();
    };
    document.addEventListener('pointerdown', handlePress);
    return () => document.removeEventListener('pointerdown', handlePress);
  }, []);

  return (
    <nav
      ref={box}
      className="account-menu"
      aria-label={w.menu}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <p className="account-name">{name}</p>
      <ul>
        {places.map((place) => (
          <li key={place.href}>
            <Link href={place.href} onClick={onClose}>
              {place.name}
            </Link>
          </li>
        ))}
        {signIn === null ? null : (
          <li>
            <Link href={signIn} onClick={onClose}>
              {w.change}
            </Link>
          </li>
        )}
      </ul>
      <button
        type="button"
        className="button"
        disabled={signOut.isPending}
        onClick={() => signOut.mutate(undefined, { onSuccess: onClose })}
      >
        {w.signOut}
      </button>
      {signOut.isError ? <p role="alert">{w.signOutFailed}</p> : null}
    </nav>
  );
}
