import type { ReactNode } from 'react';

/** fresh; older: its figures are older than the page; copy: the last good copy; failed: it did not arrive. */
export type PanelMood = 'fresh' | 'older' | 'copy' | 'failed';

export type PanelProps = {
  title: ReactNode;
  /** Right side of the head: dates, notes, the key of lights. */
  aside?: ReactNode;
  mood?: PanelMood;
  /** rule: a rule and a title (walls). card: a box (desk). */
  frame: 'rule' | 'card';
  /** Places it in the page's grid. */
  area?: string;
  children: ReactNode;
};

/** A titled part of a page. Its top rule tells its mood: grey, dashed amber, red. */
export function Panel({ title, aside, mood = 'fresh', frame, area, children }: PanelProps) {
  const place = area === undefined ? '' : ` area-${area}`;
  return (
    <section className={`panel panel-${frame} panel-${mood}${place}`}>
      <header className="panel-head">
        <h2>{title}</h2>
        {aside === undefined || aside === null ? null : <div className="panel-aside">{aside}</div>}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}
