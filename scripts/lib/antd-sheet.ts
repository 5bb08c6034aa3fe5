import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { trimAntd } from './trim-antd.ts';

const SHEET = createRequire(import.meta.url).resolve('antd/dist/antd.css');

/** Puts antd's rules in the place of the line that asks for them, in src/admin-ui/admin.css. */
export function antdSheet(): Plugin {
  return {
    name: 'antd-sheet',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/admin-ui\/admin\.css(\?|$)/ },
      async handler(css) {
        const antd = trimAntd(await readFile(SHEET, 'utf8'));
        return { code: css.replace('/* antd */', () => antd), map: null };
      },
    },
  };
}
