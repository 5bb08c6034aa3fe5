import { launchChromium } from '#tests/setup/browser.ts';
import { serveCockpit } from '#tests/setup/served-cockpit.ts';
import { besideStatic } from './beside-static.ts';
import { atMost, type Measure } from './measure.ts';

export const title =
  'First load of /wall on a cold cache, against a static page with the same picture';

const ROUNDS = 5;

export async function run(): Promise<readonly Measure[]> {
  const cockpit = await serveCockpit();
  const browser = await launchChromium();
  try {
    const asked = { url: `${cockpit.url}/wall?lang=zh`, cookie: '', shows: '1,300' };
    const { measures, first } = await besideStatic(browser, asked, {
      what: 'figures',
      rounds: ROUNDS,
      bounds: { painted: 1.5, settled: 3, cpuMs: 5 },
    });
    if (first === null) return measures;
    return [
      ...measures,
      atMost('over the wire', first.wireBytes / 1000, 190, 'KB'),
      atMost('requests', first.requests, 10, 'requests', 0),
      atMost('hosts asked', first.hosts.length, 1, 'host', 0),
    ];
  } finally {
    await browser.close();
    await cockpit.close();
  }
}
