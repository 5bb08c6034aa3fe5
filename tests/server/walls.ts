/** Walls that are registered without the way through a code, for tests of what they may. */
import type { HeartbeatInput } from '#core/contract/screen.ts';
import { sha256 } from '#server/accounts/secrets.ts';
import { addScreen } from '#server/screens/screens.repository.ts';
import { NOW, type TestApp } from './test-app.ts';

export const SAID: HeartbeatInput = {
  page: 'overview',
  width: 1920,
  height: 1080,
  pixelRatio: 1,
  build: 'build-1',
  dataVersion: 7,
  uptimeS: 60,
  memoryBytes: 30_000_000,
  error: null,
  canPicture: true,
  picture: null,
};

/** Puts a wall on record; its id is its name, and its device's secret follows from that. */
export async function addWall(home: Pick<TestApp, 'db'>, id: string): Promise<string> {
  const settings = {
    name: id,
    place: '',
    pages: ['overview' as const],
    seconds: 20,
    theme: 'dark' as const,
    lang: 'zh' as const,
    distance: null,
    side: null,
  };
  const token = await sha256(await sha256(id));
  await addScreen(home.db, { id, token, settings, by: 'test', now: NOW });
  return id;
}

export async function wallCookie(id: string): Promise<string> {
  return `cockpit-screen=${await sha256(id)}`;
}
