import type { Instant } from '#core/domain/records.ts';
import { momentText, readMoment } from '#src/lib/moment.ts';
import { useAddress, useChangeAddress } from '#src/lib/use-address.ts';
import { DateField } from './date-field.tsx';
import { useControlWords } from './words.ts';

/** The other time of every figure: what was on record at a moment. Folded away until somebody asks. */
export function KnownAt({ shown }: { shown: Instant }) {
  const w = useControlWords();
  const { address } = useAddress();
  const changeAddress = useChangeAddress();
  const asked = address.knownAt !== null;
  const moment = momentText(shown);
  return (
    <details className="known-at" open={asked}>
      <summary>{w.knownSummary}</summary>
      <div className="known-at-body">
        <DateField
          label={w.knownAt}
          value={moment}
          offered={[]}
          hint={w.knownHint}
          refuse={(text) => (readMoment(text) === null ? w.badMoment : null)}
          onChange={(text) => changeAddress({ knownAt: readMoment(text) })}
        />
        <p className={asked ? 'known-asked' : 'muted'}>
          {asked ? w.knownSince(moment) : w.knownShown(moment)}
        </p>
        {asked ? (
          <button type="button" className="button" onClick={() => changeAddress({ knownAt: null })}>
            {w.allKnown}
          </button>
        ) : null}
      </div>
    </details>
  );
}
