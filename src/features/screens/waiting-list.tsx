import { Button } from 'antd';
import type { WaitingScreen } from '#core/contract/screen.ts';
import { momentText } from '#src/lib/moment.ts';
import { useScreensWords } from './words.ts';

/** Devices that show a code: whoever sees the same one on the wall may confirm it. */
export function WaitingList({
  waiting,
  onConfirm,
}: {
  waiting: readonly WaitingScreen[];
  onConfirm: (code: string) => void;
}) {
  const w = useScreensWords();
  return (
    <section className="sc-waiting" aria-label={w.waiting}>
      <h2>{w.waiting}</h2>
      <p className="muted">
        {waiting.length === 0 ? w.waitingNone : null}{' '}
        {w.waitingHow(`${location.host}/wall/register`)}
      </p>
      {waiting.length === 0 ? null : (
        <ul>
          {waiting.map((device) => (
            <li key={device.code}>
              <b className="sc-code digits">{device.code}</b>
              <span className="sc-device">
                <span className="digits">
                  {w.size(device.width, device.height, device.pixelRatio)}
                </span>
                <small>
                  {w.since(momentText(device.since).slice(11))}
                  {device.address === null ? '' : ` · ${w.address(device.address)}`}
                </small>
                <small className="sc-agent">{device.userAgent}</small>
              </span>
              <Button
                type="primary"
                aria-label={w.confirmOf(device.code)}
                onClick={() => onConfirm(device.code)}
              >
                {w.confirm}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
