import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import type { StateCreator, StoreApi } from 'zustand';

// A busy machine is slow, not wrong: what is waited for may take its time.
configure({ asyncUtilTimeout: 10_000 });

const resets = vi.hoisted(() => new Set<() => void>());

/** Every zustand store goes back to its first state after each test. */
vi.mock('zustand', async (original) => {
  const zustand = await original<typeof import('zustand')>();
  function remembered<Store extends StoreApi<unknown>>(store: Store): Store {
    const first = store.getInitialState();
    resets.add(() => store.setState(first, true));
    return store;
  }
  const create = (initializer?: StateCreator<unknown>) =>
    initializer === undefined
      ? (later: StateCreator<unknown>) => remembered(zustand.create(later))
      : remembered(zustand.create(initializer));
  return { ...zustand, create };
});

/** No sheets are fetched here, and none would be laid out. */
vi.mock('#src/lib/load-sheet.ts', () => ({ lateSheet: () => async () => undefined }));

afterEach(() => {
  cleanup();
  for (const reset of resets) reset();
  localStorage.clear();
  sessionStorage.clear();
});
