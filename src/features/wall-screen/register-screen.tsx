import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ScreenSelf } from '#core/contract/screen.ts';
import { askCode, askSelf } from '#src/api/screen.ts';
import { wallScreen as en } from '#src/i18n/en/wall-screen.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { wallScreen as zh } from '#src/i18n/zh/wall-screen.ts';
import { momentText } from '#src/lib/moment.ts';
import { ApiError } from '#src/lib/request.ts';
import { useScreen } from '#src/stores/screen.ts';

const words = { zh, en };

const LOOK_EVERY_MS = 4_000;
const RETRY_EVERY_MS = 20_000;
const HALF = 3;

/** How this device stands; asks for a code where it has none that holds. */
async function standing(signal: AbortSignal): Promise<ScreenSelf> {
  const self = await askSelf(signal);
  if (self.state === 'waiting' || self.state === 'registered') return self;
  const { innerWidth: width, innerHeight: height, devicePixelRatio: pixelRatio } = window;
  return askCode({ width, height, pixelRatio, userAgent: navigator.userAgent.slice(0, 400) });
}

/** Where an administrator confirms it, without the part that every address has. */
const place = (): string => `${location.host}/admin/screens`;

/** A code for somebody else to confirm; nothing has to be typed here. */
export function RegisterScreen({ onRegistered }: { onRegistered: () => void }) {
  const w = useWords(words);
  const learn = useScreen((known) => known.learn);
  const { data, error } = useQuery({
    queryKey: ['screen'],
    queryFn: ({ signal }) => standing(signal),
    refetchInterval: (query) => (query.state.status === 'error' ? RETRY_EVERY_MS : LOOK_EVERY_MS),
    refetchIntervalInBackground: true,
    retry: false,
    gcTime: 0,
  });
  const screen = data?.screen ?? null;
  useEffect(() => {
    if (screen === null) return;
    learn({ state: 'registered', screen });
    onRegistered();
  }, [screen, learn, onRegistered]);

  const code = data?.code ?? null;
  useEffect(() => {
    if (code !== null) learn({ state: 'waiting', screen: null });
  }, [code, learn]);
  const isFull = error instanceof ApiError && error.status === 429;
  return (
    <section className="wall-register">
      <h1>{w.title}</h1>
      {screen !== null ? (
        <p className="wall-register-wait" role="status">
          {w.done(screen.name)}
        </p>
      ) : code === null ? (
        <>
          <p className="wall-register-wait" role="status">
            {error === null ? w.asking : isFull ? w.tooMany : w.failed}
          </p>
          <noscript>{w.noScript}</noscript>
        </>
      ) : (
        <>
          <p className="wall-code digits" role="img" aria-label={w.codeName(code)}>
            <span>{code.slice(0, HALF)}</span>
            <span>{code.slice(HALF)}</span>
          </p>
          <p className="wall-register-step">{w.steps(place())}</p>
          <p>{w.itself}</p>
          <p className="muted">
            {data?.expiresAt ? `${w.until(momentText(data.expiresAt).slice(11))} · ` : ''}
            {w.size(innerWidth, innerHeight, devicePixelRatio)}
          </p>
        </>
      )}
    </section>
  );
}
