import { type ComponentType, lazy, type ReactNode } from 'react';

/** A part in a chunk of its own. Once `load` has settled it renders at once, without a fallback in between. */
export type LazyPart<P> = {
  readonly load: () => Promise<void>;
  readonly render: (props: P) => ReactNode;
};

export function lazyPart<P extends object>(
  importPart: () => Promise<ComponentType<P>>,
): LazyPart<P> {
  let Loaded: ComponentType<P> | null = null;
  const load = async () => {
    Loaded ??= await importPart();
  };
  const Waiting = lazy(async () => ({ default: await importPart() }));
  return {
    load,
    render: (props) => (Loaded === null ? <Waiting {...props} /> : <Loaded {...props} />),
  };
}
