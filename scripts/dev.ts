import { spawn } from 'node:child_process';
import { createServer } from 'vite';
import { root } from './lib/run-node.ts';

const server = spawn(process.execPath, ['--watch', 'server/node/main.ts'], {
  cwd: root,
  stdio: 'inherit',
});
const page = await createServer({ root });
await page.listen();
page.printUrls();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.kill(signal);
    void page.close();
  });
}
server.once('exit', (code) => {
  void page.close().then(() => process.exit(code ?? 0));
});
