import '#src/styles/main.css';
import { applyEarly } from './lib/early-reader.ts';

/** The folder that the page is served from, with its last slash: scripts lie one folder below it. */
function homeFolder(): string {
  const script = import.meta.url;
  return new URL('..', script).href;
}

/** After the frame that shows what the server painted; at once where no frame comes (a hidden tab). */
function firstFrame(): Promise<void> {
  return new Promise((settle) => {
    if (document.visibilityState === 'hidden') settle();
    else requestAnimationFrame(() => setTimeout(settle));
  });
}

async function main(): Promise<void> {
  applyEarly(document.documentElement, location.search);
  let base = '';
  // The condition is settled while building: nothing of the mock is in any other build.
  if (import.meta.env.MODE === 'mock' || import.meta.env.MODE === 'demo') {
    const home = homeFolder();
    base = new URL(home).pathname.replace(/\/$/, '');
    const { startBrowserMock } = await import('#mocks/browser.ts');
    await startBrowserMock(home);
  }
  // The picture is in the document already: it is shown before the code behind it is run.
  if (document.getElementById('first-data') !== null) await firstFrame();
  const { start } = await import('./app/start.tsx');
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no element "root"');
  await start(root, base);
}

void main();
