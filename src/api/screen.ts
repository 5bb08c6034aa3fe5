/** What a wall asks the server about itself. */
import type {
  Heartbeat,
  HeartbeatInput,
  ScreenSelf,
  WaitingScreen,
} from '#core/contract/screen.ts';
import { request, send } from '#src/lib/request.ts';

export const askSelf = (signal: AbortSignal): Promise<ScreenSelf> => request('/screen', {}, signal);

type Device = Pick<WaitingScreen, 'width' | 'height' | 'pixelRatio' | 'userAgent'>;

export const askCode = (body: Device): Promise<ScreenSelf> =>
  send({ method: 'POST', path: '/screen/code', body });

export const sendHeartbeat = (body: HeartbeatInput): Promise<Heartbeat> =>
  send({ method: 'POST', path: '/screen/heartbeat', body });
