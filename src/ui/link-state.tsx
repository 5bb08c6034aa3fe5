import type { LinkShown } from '#src/lib/page-props.ts';
import { useUiWords } from './words.ts';

export type LinkStateProps = {
  status: LinkShown;
  /** How long ago the shown data came, in words; null = not said. */
  synced: string | null;
};

/** Whether the page hears from its server: apart from how old its figures are. */
export function LinkState({ status, synced }: LinkStateProps) {
  const w = useUiWords();
  const word = {
    online: w.online,
    waiting: w.retrying,
    offline: w.offline,
    copy: w.copy,
    outdated: w.outdated,
  }[status];
  return (
    <span className={`link-state link-${status}`} role="status">
      <span className="link-shape" aria-hidden="true" />
      <span>{synced === null ? word : `${word} · ${synced}`}</span>
    </span>
  );
}
