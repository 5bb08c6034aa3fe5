/**
 * One server in a process of its own, so that its CPU time is its own. `home`: the product; `bare`: node:http that sends
 * the same bytes and does nothing else. Answers "cpu" over IPC with the microseconds that it used so far.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '#server/node/config.ts';
import { startHome } from '#server/node/home.ts';

const [mode = '', place = '', target = ''] = process.argv.slice(2);

async function home(): Promise<number> {
  const silent = () => undefined;
  const { port } = await startHome({
    config: readConfig({
      PORT: '0',
      DATA_DIR: place,
      LOG_LEVEL: 'silent',
    }),
    root: target === '' ? place : target,
    version: 'bench',
    logger: { error: silent, debug: silent },
  });
  return port;
}

/** Fetches the bytes once from the product (`target`), then sends them to whoever asks. */
async function bare(): Promise<number> {
  const reply = await fetch(target, { headers: { 'accept-encoding': 'identity' } });
  const bytes = Buffer.from(await reply.arrayBuffer());
  const headers = { 'content-type': 'application/json', 'content-length': bytes.length };
  const server = createServer((_request, response) => {
    response.writeHead(200, headers);
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port: await (mode === 'home' ? home() : bare()) });
