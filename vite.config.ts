import { fileURLToPath } from 'node:url';
import legacy from '@vitejs/plugin-legacy';
import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import { defineConfig } from 'vite';
import { antdSheet } from './scripts/lib/antd-sheet.ts';

const api = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

/** What the entry needs before anything else may run. */
const LOADER = /vite\/preload-helper|rolldown\/runtime/;

/** What every page is made of: in one file, since a cold wall may ask for few. */
const PARTS =
  /\/(core\/domain|src\/(api|app|lib|stores|ui))\/|\/node_modules\/(react|react-dom|scheduler|@tanstack|wouter|regexparam|use-sync-external-store|zustand)\//;

/**
 * Of these, what only boards other than the overview, pages of entry, of administration and of meetings use, or wrong
 * addresses: it comes with them.
 */
const LATER =
  /\/src\/api\/(accounts|audit|check-ins|entries|exports|meetings|registers|reminders|screens?)\.ts|\/core\/domain\/(agenda|check-in-rules|counted|decimal-text|deck-ask|deck-parts|light|lint|nearest|passport|rights|schedule)\.ts|\/src\/lib\/(across-languages|clipboard|differences|field-faults|nearest-address|new-key)\.ts|\/src\/app\/(bad-address-page|not-found-page|wrong-address-page|keep-screen)\.tsx?|\/src\/ui\/(board-foot|difference-table|drawer|facts|figure-list|password-field|question-cards|refusal|returned|source-groups|statements|theme-board|timeline-link|wall-board)\./;

/**
 * Modes: `production` and `development` speak to a server; `mock` and `demo` carry one in the
 * page. Only these two know the mock's worker, so none of it ships otherwise.
 */
export default defineConfig(({ mode, isSsrBuild }) => {
  const mocked = mode === 'mock' || mode === 'demo';
  return {
    // A demo is copied anywhere, so it asks for its files beside itself.
    base: mode === 'demo' ? './' : '/',
    plugins: [
      react(),
      antdSheet(),
      ...(mocked ? [msw({ mode: 'worker-only' })] : []),
      ...(isSsrBuild
        ? []
        : [
            // Syntax alone: the page calls nothing that Chromium 87 lacks (tests/e2e/old-browser.test.ts),
            // and the least polyfill would cost a wall 4 KB and a request.
            legacy({
              renderLegacyChunks: false,
              modernTargets: 'chrome>=86',
              modernPolyfills: false,
            }),
          ]),
    ],
    server: mocked ? {} : { proxy: { '/api': api } },
    resolve: {
      alias: [
        // What antd writes into style elements, which the content security policy refuses.
        {
          find: /^.*\/Dom\/dynamicCSS$/,
          replacement: fileURLToPath(new URL('src/admin-ui/dynamic-css.ts', import.meta.url)),
        },
      ],
    },
    // Its WebAssembly is found beside it, which pre-bundling would break.
    optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
    ...(isSsrBuild
      ? {
          // Bundled with React's production build, whatever NODE_ENV the server runs with.
          ssr: { noExternal: true },
          define: { 'process.env.NODE_ENV': JSON.stringify('production') },
        }
      : {}),
    build: {
      outDir: isSsrBuild ? 'dist-static' : mode === 'demo' ? 'dist-demo' : 'dist',
      emptyOutDir: true,
      // The server reads it to name what the first page needs.
      manifest: !isSsrBuild,
      cssTarget: 'chrome86',
      // One small sheet: another file costs more than the few rules a page does not need.
      cssCodeSplit: false,
      // Inlined files would need data: in the content security policy.
      assetsInlineLimit: 0,
      // Every browser that is served knows modulepreload, or does without.
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // The mocks carry a server and a database; their weight is no news.
      ...(mocked ? { chunkSizeWarningLimit: 2_000 } : {}),
      copyPublicDir: !isSsrBuild,
      rolldownOptions: {
        ...(isSsrBuild
          ? {}
          : {
              output: {
                codeSplitting: {
                  groups: [
                    { name: 'loader', test: LOADER },
                    { name: 'parts', test: (id) => PARTS.test(id) && !LATER.test(id) },
                  ],
                },
              },
            }),
        onLog: (level, log, show) => {
          // Syntax that Chromium 87 cannot read (top-level await) is only warned of by the bundler.
          if (log.code === 'TOLERATED_TRANSFORM' && mode === 'production' && !isSsrBuild) {
            throw new Error(`Syntax too new for the oldest browser served: ${log.message}`);
          }
          if (log.code !== 'TOLERATED_TRANSFORM') show(level, log);
        },
      },
    },
  };
});
