import { useState } from 'react';
import type { Account, Invitation } from '#core/contract/account.ts';
import { useWorker } from '#src/admin-ui/use-worker.ts';
import { useAccountWrite } from '#src/api/accounts.ts';
import type { Department } from '#src/api/departments.ts';
import { Drawer, DrawerPart } from '#src/ui/drawer.tsx';
import { AccessActions } from './access-actions.tsx';
import { AccountForm } from './account-form.tsx';
import { LinkShown } from './link-shown.tsx';
import { useAccountsWords } from './words.ts';

export type AccountDrawerProps = {
  /** null = a new one. */
  account: Account | null;
  departments: readonly Department[];
  onClose: () => void;
};

/** One account: what it is, and how its owner gets in. */
export function AccountDrawer({ account, departments, onClose }: AccountDrawerProps) {
  const w = useAccountsWords();
  const rights = useWorker()?.rights ?? [];
  const write = useAccountWrite();
  const [made, setMade] = useState<Invitation | null>(null);
  return (
    <Drawer kind={w.account} title={account?.name ?? w.createTitle} onClose={onClose}>
      {made === null ? null : <LinkShown invitation={made} />}
      {made !== null && account === null ? null : (
        <DrawerPart title={w.account}>
          <AccountForm account={account} departments={departments} write={write} onMade={setMade} />
        </DrawerPart>
      )}
      {account === null ? null : (
        <DrawerPart title={w.access}>
          <AccessActions account={account} rights={rights} onMade={setMade} />
        </DrawerPart>
      )}
    </Drawer>
  );
}
