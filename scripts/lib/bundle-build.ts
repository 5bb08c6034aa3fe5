import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';

/**
 * Pages that a bundle has no use for: walls, all on which somebody enters, signs in or administers, and what is told of
 * today or of other meetings.
 */
const LEFT_OUT =
  /^#src\/features\/(?:accounts|activate|audit|enter|own-account|registers|review|screens|sign-in|wall-screen|watch)\/([\w-]+-page)\.tsx$|^#src\/features\/[\w-]+\/(wall-[\w-]+-page)\.tsx$|^#src\/features\/meetings\/((?:minutes|timeline)-page)\.tsx$/;

/** Pages there are loaded with their sheets; see src/bundle/own-parts.ts. */
const LATE_SHEETS = /^#src\/(?:admin-ui\/admin|meeting-ui\/meeting)-part\.ts$/;

/** `wall-tasks-page` → `WallTasksPage`. */
const componentOf = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const STAND_IN = '\0bundle-stand-in:';

/** What the page of a bundle is made of in place of what only a server's page needs. */
function standIns(root: string): Plugin {
  return {
    name: 'bundle-stand-ins',
    enforce: 'pre',
    resolveId(source) {
      if (LATE_SHEETS.test(source)) return join(root, 'src', 'bundle', 'own-parts.ts');
      const [, page, wall, told] = LEFT_OUT.exec(source) ?? [];
      const name = page ?? wall ?? told;
      return name === undefined ? null : `${STAND_IN}${componentOf(name)}`;
    },
    load(id) {
      if (!id.startsWith(STAND_IN)) return null;
      const from = JSON.stringify(join(root, 'src', 'bundle', 'not-in-bundle.tsx'));
      return `export { NotInBundle as ${id.slice(STAND_IN.length)} } from ${from};`;
    },
  };
}

/**
 * The page of an offline bundle, as one script and one sheet with its faces in it: a page that was opened from a folder
 * may load scripts and sheets, but no modules, and its browser may refuse it fonts.
 */
export async function buildBundlePage(root: string): Promise<void> {
  await build({
    root,
    configFile: false,
    mode: 'bundle',
    logLevel: 'warn',
    plugins: [standIns(root), react()],
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    publicDir: false,
    build: {
      outDir: 'dist-bundle',
      emptyOutDir: true,
      target: 'chrome86',
      cssTarget: 'chrome86',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4_000,
      lib: {
        entry: 'src/bundle/main.tsx',
        formats: ['iife'],
        name: 'cockpitBundle',
        fileName: () => 'cockpit.js',
        cssFileName: 'cockpit',
      },
    },
  });
  await copyFile(join(root, 'public', 'favicon.svg'), join(root, 'dist-bundle', 'favicon.svg'));
}
