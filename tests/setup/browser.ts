import { type Browser, chromium } from 'playwright-core';
import { chromiumAdvice, findChromium } from '../../scripts/lib/chromium.ts';

/**
 * Starts the Chromium that the test command has found. Throws, saying what to do, where there
 * is none: a browser test is never skipped for want of a browser. The caller closes it.
 */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  return await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', ...args],
  });
}
