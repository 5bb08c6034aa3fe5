import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { screenBeats } from '#core/contract/lists.ts';
import type { Screen } from '#core/contract/screen.ts';
import { AdminFrame } from '#src/admin-ui/frame.tsx';
import { fleetQuery } from '#src/api/screens.ts';
import { Drawer, DrawerPart } from '#src/ui/drawer.tsx';
import { LoadingOutline } from '#src/ui/panel-state.tsx';
import { ReloadHour } from './reload-hour.tsx';
import { ScreenActions } from './screen-actions.tsx';
import { ScreenCard } from './screen-card.tsx';
import { ScreenForm } from './screen-form.tsx';
import { WaitingList } from './waiting-list.tsx';
import { useScreensWords, useSentenceOf } from './words.ts';

const states = [...screenBeats, 'revoked'] as const;
type State = (typeof states)[number];

const stateOf = ({ beat, revokedAt }: Screen): State => (revokedAt === null ? beat : 'revoked');
/** What somebody has to look after comes first. */
const URGENCY: readonly State[] = ['silent', 'late', 'never', 'reporting', 'revoked'];

type Opened = { readonly screen: string } | { readonly code: string };

function Screens() {
  const w = useScreensWords();
  const sentenceOf = useSentenceOf();
  const fleet = useQuery(fleetQuery());
  const [state, setState] = useState<State | 'all'>('all');
  const [opened, setOpened] = useState<Opened | null>(null);

  const all = fleet.data?.screens ?? [];
  const shown = all
    .filter((screen) => (state === 'all' ? screen.revokedAt === null : stateOf(screen) === state))
    .sort((a, b) => URGENCY.indexOf(stateOf(a)) - URGENCY.indexOf(stateOf(b)));
  const count = (wanted: State) => all.filter((screen) => stateOf(screen) === wanted).length;
  const offered = states.filter((one) => one === 'reporting' || count(one) > 0 || one === state);
  const isOpen = (screen: Screen) =>
    opened !== null && 'screen' in opened && screen.id === opened.screen;
  const screen = all.find(isOpen) ?? null;
  const code = opened !== null && 'code' in opened ? opened.code : null;
  const close = () => setOpened(null);

  return (
    <section className="admin-page">
      <header className="admin-head">
        <div>
          <h1>{w.title}</h1>
          <p className="muted">{w.lead}</p>
        </div>
        {fleet.data === undefined ? null : <ReloadHour hour={fleet.data.reloadHour} />}
      </header>
      {fleet.isPending ? <LoadingOutline /> : null}
      {fleet.isError ? (
        <div className="state" role="alert">
          <p className="state-title">{w.failed}</p>
          <p className="muted">{sentenceOf(fleet.error)}</p>
          <Button onClick={() => fleet.refetch()}>{w.retry}</Button>
        </div>
      ) : null}
      {fleet.data === undefined ? null : (
        <>
          <WaitingList
            waiting={fleet.data.waiting}
            onConfirm={(chosen) => setOpened({ code: chosen })}
          />
          <Segmented<State | 'all'>
            className="sc-filter"
            value={state}
            aria-label={w.title}
            options={[
              { value: 'all', label: `${w.all} ${all.length - count('revoked')}` },
              ...offered.map((value) => ({ value, label: `${w.beats[value]} ${count(value)}` })),
            ]}
            onChange={setState}
          />
          {shown.length === 0 ? (
            <p className="state">{state === 'all' ? w.none : w.noneOf}</p>
          ) : (
            <div className="sc-fleet">
              {shown.map((one) => (
                <ScreenCard
                  key={one.id}
                  screen={one}
                  fleet={fleet.data}
                  onOpen={() => setOpened({ screen: one.id })}
                />
              ))}
            </div>
          )}
        </>
      )}
      {screen !== null && screen.revokedAt === null ? (
        <Drawer key={screen.id} kind={w.screen} title={screen.name} onClose={close}>
          <DrawerPart title={w.actions}>
            <ScreenActions screen={screen} onRevoked={close} />
          </DrawerPart>
          <DrawerPart title={w.screen}>
            <ScreenForm screen={screen} code={null} onConfirmed={close} />
          </DrawerPart>
        </Drawer>
      ) : null}
      {code === null ? null : (
        <Drawer key={code} kind={w.waiting} title={w.confirmTitle(code)} onClose={close}>
          <DrawerPart title={w.screen}>
            <ScreenForm
              screen={null}
              code={code}
              onConfirmed={({ id }) => setOpened({ screen: id })}
            />
          </DrawerPart>
        </Drawer>
      )}
    </section>
  );
}

/** Which walls there are, and how each of them is. */
export function ScreensPage() {
  return (
    <AdminFrame>
      <Screens />
    </AdminFrame>
  );
}
