/** What a wall says of itself. */
import type { WallPage } from '#core/contract/lists.ts';
import type { ScreenSaid } from '#core/contract/screen.ts';
import { lastError } from '#src/lib/last-error.ts';

/** Chromium tells it, no other browser does. */
type WithMemory = Performance & { readonly memory?: { readonly usedJSHeapSize: number } };

type Known = {
  readonly page: WallPage | null;
  readonly dataVersion: number | null;
  readonly canPicture: boolean;
};

export function said({ page, dataVersion, canPicture }: Known): ScreenSaid {
  return {
    page,
    width: innerWidth,
    height: innerHeight,
    pixelRatio: devicePixelRatio,
    build: document.documentElement.dataset.build ?? null,
    dataVersion,
    uptimeS: Math.round(performance.now() / 1000),
    memoryBytes: (performance as WithMemory).memory?.usedJSHeapSize ?? null,
    error: lastError(),
    canPicture,
  };
}
