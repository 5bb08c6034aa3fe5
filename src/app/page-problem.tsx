import type { ReactNode } from 'react';
import { LightIcon } from '#src/ui/light-icon.tsx';

export type PageProblemProps = {
  title: string;
  /** One clear sentence each; what was given is in it. */
  sentences: readonly string[];
  /** The way on: links and buttons. */
  children: ReactNode;
};

/** In the place of a page that cannot be shown: what failed, and a way back. */
export function PageProblem({ title, sentences, children }: PageProblemProps) {
  return (
    <section className="page-problem" role="alert">
      <h1>
        <LightIcon state="over" />
        {title}
      </h1>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="page-problem-actions">{children}</p>
    </section>
  );
}
