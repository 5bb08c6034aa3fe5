import { Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import type { WallPage } from '#core/contract/lists.ts';
import type { Screen } from '#core/contract/screen.ts';
import { Field } from '#src/admin-ui/field.tsx';
import { useScreenWrite } from '#src/api/screens.ts';
import { useScreensWords, useSentenceOf } from './words.ts';

/** What a wall can be told, and the end of its registration. */
export function ScreenActions({ screen, onRevoked }: { screen: Screen; onRevoked: () => void }) {
  const w = useScreensWords();
  const sentenceOf = useSentenceOf();
  const write = useScreenWrite();
  const [chosen, setChosen] = useState<WallPage | null>(null);
  const page =
    chosen !== null && screen.pages.includes(chosen) ? chosen : (screen.pages[0] ?? 'overview');
  const confirm = { okText: w.yes, cancelText: w.no };
  const { id } = screen;
  const isTold = write.isSuccess && write.variables.do === 'command';
  return (
    <div className="sc-actions">
      <div className="sc-show">
        <Field label={w.page}>
          {(field) => (
            <Select<WallPage>
              id={field}
              value={page}
              options={screen.pages.map((value) => ({ value, label: w.pages[value] }))}
              onChange={setChosen}
            />
          )}
        </Field>
        <Button
          onClick={() => write.mutate({ do: 'command', id, input: { kind: 'show', page } })}
          loading={write.isPending}
        >
          {w.showNow}
        </Button>
      </div>
      <div className="admin-actions">
        <Popconfirm
          {...confirm}
          title={w.reload}
          description={w.reloadAsk}
          onConfirm={() => write.mutate({ do: 'command', id, input: { kind: 'reload' } })}
        >
          <Button>{w.reload}</Button>
        </Popconfirm>
        <Popconfirm
          {...confirm}
          title={w.revoke}
          description={w.revokeAsk}
          onConfirm={() => write.mutate({ do: 'revoke', id }, { onSuccess: onRevoked })}
        >
          <Button danger>{w.revoke}</Button>
        </Popconfirm>
      </div>
      {isTold ? <p role="status">{screen.pending === null ? w.told : w.pending}</p> : null}
      {write.error === null ? null : (
        <p className="sc-fault" role="alert">
          {sentenceOf(write.error)}
        </p>
      )}
    </div>
  );
}
