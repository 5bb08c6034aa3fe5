/** A phone as remote control: the code on the presenter's window, and the field for it on the phone. */
import { type FormEvent, useId, useState } from 'react';
import { askPairingCode, pair } from '#src/api/meetings.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { ApiError } from '#src/lib/request.ts';
import { QrSquares } from '#src/meeting-ui/qr-squares.tsx';
import { Moment } from '#src/ui/moment.tsx';
import { usePresentWords } from './words.ts';

const pairedKey = (meeting: string): string => `reform-cockpit.paired.${meeting}`;

/** Whether this device was let in; the server has the last word on every move. */
export function isPaired(meeting: string): boolean {
  try {
    return localStorage.getItem(pairedKey(meeting)) !== null;
  } catch {
    return false; // barred: it is asked for the code again
  }
}

/** For whoever holds meetings: a code that lets one phone in, once. */
export function PairingCode({ meeting }: { meeting: string }) {
  const w = usePresentWords();
  const lang = useLanguage();
  const [code, setCode] = useState<{ code: string; expiresAt: string } | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const address = `${location.origin}${location.pathname}`;
  const ask = async (): Promise<void> => {
    setIsRefused(false);
    try {
      setCode(await askPairingCode(meeting, lang));
    } catch {
      setIsRefused(true);
    }
  };
  return (
    <section className="mt-pairing">
      {code === null ? (
        <button type="button" className="mt-button" onClick={() => void ask()}>
          {w.pairPhone}
        </button>
      ) : (
        <>
          <QrSquares text={address} name={w.pairAddress} />
          <p>
            {w.pairHint}
            <b className="digits mt-code">{code.code}</b>
            <span className="mt-pairing-small">
              {w.pairUntil} <Moment at={code.expiresAt} />
            </span>
            <span className="mt-pairing-small">{address}</span>
          </p>
        </>
      )}
      {isRefused ? <p role="alert">{w.pairFailed}</p> : null}
    </section>
  );
}

/** For a phone that nobody is signed in on. */
export function PairingField({ meeting, onPaired }: { meeting: string; onPaired: () => void }) {
  const w = usePresentWords();
  const lang = useLanguage();
  const id = useId();
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const handleSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await pair(meeting, code.trim(), lang);
      try {
        localStorage.setItem(pairedKey(meeting), '1');
      } catch {
        // Asked again after a reload, then.
      }
      onPaired();
    } catch (error) {
      const problem = error instanceof ApiError ? error.problem : null;
      setFault(problem?.fields[0]?.message ?? problem?.detail ?? w.pairFailed);
    }
  };
  return (
    <form className="mt-pairing" onSubmit={(event) => void handleSubmit(event)}>
      <label htmlFor={id}>{w.pairField}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        aria-invalid={fault !== null}
        onChange={(event) => setCode(event.target.value)}
      />
      <button type="submit" className="mt-button" disabled={code.trim().length !== 6}>
        {w.pairNow}
      </button>
      {fault === null ? null : (
        <p className="mt-fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  );
}
