import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Browser tests drive the system's Chromium by playwright-core; they need a build (see scripts/test.ts). */
export default defineConfig({
  plugins: [react()],
  test: {
    globalSetup: ['tests/setup/global.ts'],
    // Two workers: the tests share a small machine with one PostgreSQL and one browser.
    maxWorkers: 2,
    // What is polled for may take its time: a busy machine is slow, not wrong.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{core,server,mocks,scripts}/**/*.test.ts',
            'tests/{boundaries,docs,faults,properties,server,setup,store}/**/*.test.ts',
          ],
          exclude: ['tests/faults/**/*.browser.test.ts'],
          environment: 'node',
          setupFiles: ['tests/setup/strict.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          include: [
            'src/**/*.test.{ts,tsx}',
            'tests/{screens,setup}/**/*.test.tsx',
            'tests/screens/**/*.test.ts',
          ],
          environment: 'happy-dom',
          setupFiles: ['tests/setup/strict.ts', 'tests/setup/component.ts'],
          testTimeout: 40_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tests/setup/strict.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts', 'tests/faults/**/*.browser.test.ts'],
          environment: 'node',
          setupFiles: ['tests/setup/strict.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
