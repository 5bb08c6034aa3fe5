import { Button, Popconfirm } from 'antd';
import type { Account, Invitation } from '#core/contract/account.ts';
import type { Right } from '#core/contract/lists.ts';
import { useAccountWrite } from '#src/api/accounts.ts';
import { useAccountsWords, useSentenceOf } from './words.ts';

type Props = {
  account: Account;
  rights: readonly Right[];
  onMade: (made: Invitation | null) => void;
};

/** A new link, and the end of every session. */
export function AccessActions({ account, rights, onMade }: Props) {
  const w = useAccountsWords();
  const sentenceOf = useSentenceOf();
  const write = useAccountWrite();
  const { external, id, roles, state } = account;
  // As the server decides it: whoever gave the account its rights hands out the way into it.
  const isPlain = roles.every((role) => role === 'viewer');
  const mayLink = rights.includes(isPlain ? 'keep-accounts' : 'grant-roles');
  const confirm = { okText: w.yes, cancelText: w.no };
  const hasEnded = write.isSuccess && write.variables.do === 'end-sessions';
  return (
    <div className="ac-access">
      {mayLink && !external && state !== 'disabled' ? (
        <Popconfirm
          {...confirm}
          title={w.newLink}
          description={w.newLinkAsk}
          onConfirm={() =>
            write.mutate({ do: 'link', id }, { onSuccess: ({ invitation }) => onMade(invitation) })
          }
        >
          <Button loading={write.isPending}>{w.newLink}</Button>
        </Popconfirm>
      ) : null}
      {rights.includes('end-sessions') ? (
        <Popconfirm
          {...confirm}
          title={w.endSessions}
          description={w.endSessionsAsk}
          onConfirm={() => write.mutate({ do: 'end-sessions', id })}
        >
          <Button>{w.endSessions}</Button>
        </Popconfirm>
      ) : null}
      {hasEnded ? <p role="status">{w.ended}</p> : null}
      {write.error === null ? null : (
        <p className="ac-fault" role="alert">
          {sentenceOf(write.error)}
        </p>
      )}
    </div>
  );
}
