import { Link, useLocation } from 'wouter';
import { useMe } from '#src/api/session.ts';
import { account as en } from '#src/i18n/en/account.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { account as zh } from '#src/i18n/zh/account.ts';
import { useAddress, useHref } from '#src/lib/use-address.ts';
import './phone-tabs.css';

const words = { zh, en };

const shapes = {
  tasks: 'M3 5l2 2 3-4M3 12l2 2 3-4M3 19l2 2 3-4M11 6h9M11 13h9M11 20h9',
  overview: 'M3 10l8-7 8 7M5 9v10h12V9',
  me: 'M11 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM3 20c1-5 4-7 8-7s7 2 8 7',
};

function Shape({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 22 22" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** At the foot of a phone, for those who report: their tasks, the overview, themselves. */
export function PhoneTabs({ onMenu }: { onMenu: () => void }) {
  const w = useWords(words);
  const me = useMe();
  const href = useHref();
  const { address } = useAddress();
  const [path] = useLocation();
  if (!me?.account || !me.rights.includes('check-in')) return null;
  return (
    <nav className="phone-tabs" aria-label={w.tabs}>
      <Link
        href={href({ path: '/tasks', change: { mine: '1', task: null } })}
        aria-current={address.mine === null ? undefined : 'page'}
      >
        <Shape path={shapes.tasks} />
        {w.tabTasks}
      </Link>
      <Link href={href({ path: '/' })} aria-current={path === '/' ? 'page' : undefined}>
        <Shape path={shapes.overview} />
        {w.tabOverview}
      </Link>
      <button type="button" onClick={onMenu}>
        <Shape path={shapes.me} />
        {w.tabMe}
      </button>
    </nav>
  );
}
