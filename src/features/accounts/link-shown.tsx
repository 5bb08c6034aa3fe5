import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Invitation } from '#core/contract/account.ts';
import { copyText } from '#src/lib/clipboard.ts';
import { momentText } from '#src/lib/moment.ts';
import { DrawerPart } from '#src/ui/drawer.tsx';
import { useAccountsWords } from './words.ts';

/** The link, this once: to be handed to its owner. */
export function LinkShown({ invitation }: { invitation: Invitation }) {
  const w = useAccountsWords();
  const field = useRef<InputRef>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const { account, expiresAt, link } = invitation;
  useEffect(() => {
    if (link !== '') field.current?.focus({ cursor: 'all' });
  }, [link]);
  return (
    <DrawerPart title={w.linkTitle} className="ac-link">
      <p role="status">{w.linkNote(account.name, momentText(expiresAt))}</p>
      <Input
        ref={field}
        value={`${location.origin}${link}`}
        readOnly
        aria-label={w.linkTitle}
        onFocus={(event) => event.target.select()}
      />
      <Button
        type="primary"
        onClick={async () => setCopied(await copyText(`${location.origin}${link}`))}
      >
        {w.copy}
      </Button>{' '}
      {copied === null ? null : <span role="status">{copied ? w.copied : w.copyFailed}</span>}
    </DrawerPart>
  );
}
