/** Which build of the page this server has. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Digits that tell builds apart; the service worker is named by the same. */
const DIGITS = 16;

/** The build's name, from the stamp that it leaves last; null = nothing is built, or only half. */
export function readBuild(distStatic: string): string | null {
  const stamp = path.join(distStatic, '.built-from');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').slice(0, DIGITS) : null;
}
