/** The mock home in a page: a service worker hands each request for /api to the app in the page itself. */
import { setupWorker } from 'msw/browser';
import { sampleAt } from '#core/sample/sample.ts';
import { openMockHome } from './home.ts';
import { type ScenarioName, scenarioNames } from './scenario.ts';

/** Long enough to see what a page shows meanwhile. */
const SLOW_MS = 4_000;

const isScenario = (name: string): name is ScenarioName =>
  scenarioNames.some((known) => known === name);

/** The scenario that the page's address asks for. An unknown one is said in the page itself: nothing else will show. */
function askedScenario(): ScenarioName {
  const asked = new URLSearchParams(location.search).get('scenario') ?? 'normal';
  if (isScenario(asked)) return asked;
  const sentence = `There is no scenario ${JSON.stringify(asked)}; there are ${scenarioNames.join(', ')}.`;
  document.body.textContent = sentence;
  throw new Error(sentence);
}

/**
 * Links of the demo's documents are relative, since its folder is not known while it is built. A browser reads them
 * anew at each move within the page; from another depth they would mean another file.
 */
function pinLinks(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[href]'))
    link.setAttribute('href', link.href);
}

/**
 * Starts the mock with the default dataset, recorded now. `?scenario=…` of the page's address chooses what goes wrong;
 * it holds until the page is loaded again.
 * @param root address of the folder that holds the worker, with its last slash.
 */
export async function startBrowserMock(root: string): Promise<void> {
  const scenario = askedScenario();
  pinLinks();
  const clock = () => new Date().toISOString();
  const home = await openMockHome({
    dataset: sampleAt(clock()),
    clock,
    pause: () => new Promise((resolve) => setTimeout(resolve, SLOW_MS)),
  });
  home.scenario.set(scenario);
  await setupWorker(...home.handlers).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: new URL('mockServiceWorker.js', root).href },
  });
}
