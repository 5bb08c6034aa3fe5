/** A real Chromium 87, as on ministry desktops: Linux x64 alone, unpacked once into the temporary folder. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** The npm package that carries the binary. It runs code of its own nowhere here: only its files are unpacked. */
const PACKAGE = 'chrome-aws-lambda@5.4.0';
const SHA512 =
  'edlk3okaPwVJ7lLhmi0p1Xs0lx3ekloW5Lqq+q+V0jS/4dyXYLeA23SKdB+A6+hBf/n88yfR8ssb78tBD/C9CA==';

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

async function inflate(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

/** Brings the package by npm, looks whether it is the one that is meant, and unpacks what is in it. */
async function unpackInto(folder: string): Promise<void> {
  const names = run('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder], folder);
  const archive = join(folder, names.trim().split('\n').at(-1) ?? '');
  const hash = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (hash !== SHA512) throw new Error(`${archive} is not the package that is meant: ${hash}`);
  run('tar', ['-xzf', archive, '-C', folder], folder);
  const packed = join(folder, 'package', 'bin');
  await inflate(join(packed, 'chromium.br'), join(folder, 'chromium'));
  await chmod(join(folder, 'chromium'), 0o755);
  // Its drawing library lies beside it.
  await inflate(join(packed, 'swiftshader.tar.br'), join(folder, 'swiftshader.tar'));
  run('tar', ['-xf', join(folder, 'swiftshader.tar'), '-C', folder], folder);
  for (const spent of [archive, join(folder, 'package'), join(folder, 'swiftshader.tar')])
    await rm(spent, { recursive: true });
}

/** The path of the binary; brings it where it is not there yet. Throws, with the reason, where it cannot be had. */
export async function findChromium87(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The Chromium 87 of npm runs on Linux x64 alone.');
  const folder = join(tmpdir(), 'reform-cockpit-chromium-87');
  const binary = join(folder, 'chromium');
  if (existsSync(binary)) return binary;
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft);
  try {
    await unpackInto(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  return binary;
}
