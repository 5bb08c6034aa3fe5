import type { ReactNode } from 'react';
import { Link } from 'wouter';

/** A link that looks like what it does: the one next step. */
export function ActionLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="button">
      {children}
    </Link>
  );
}
