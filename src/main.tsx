import '#src/styles/main.css';
import { start } from './app/start.tsx';

/** The folder that the page is served from, with its last slash: scripts lie one folder below it. */
function homeFolder(): string {
  const script = import.meta.url;
  return new URL('..', script).href;
}

async function main(): Promise<void> {
  let base = '';
  // The condition is settled while building: nothing of the mock is in any other build.
  if (import.meta.env.MODE === 'mock' || import.meta.env.MODE === 'demo') {
    const home = homeFolder();
    base = new URL(home).pathname.replace(/\/$/, '');
    const { startBrowserMock } = await import('#mocks/browser.ts');
    await startBrowserMock(home);
  }
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no element "root"');
  await start(root, base);
}

void main();
