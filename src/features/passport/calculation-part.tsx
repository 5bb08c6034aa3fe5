import type { Board } from '#core/contract/board.ts';
import type { Passport } from '#core/contract/indicator.ts';
import { DrawerPart } from '#src/ui/drawer.tsx';
import { FigureBlock, type FigureIndex } from '#src/ui/figure.tsx';
import { useOpen } from '#src/ui/open-context.ts';
import { usePassportWords } from './words.ts';

/** An input that the page has no figure of still leads to its passport. */
function Input({ code, figures }: { code: string; figures: FigureIndex }) {
  const open = useOpen();
  const figure = figures.get(code);
  if (figure !== undefined) return <FigureBlock figure={figure} size="s" panelAsOf={null} />;
  return (
    <button type="button" className="link" onClick={() => open?.({ kind: 'figure', code })}>
      {code}
    </button>
  );
}

export type CalculationPartProps = {
  passport: Passport;
  board: Pick<Board, 'funds'>;
  figures: FigureIndex;
};

/** How the number, and what the boards derive from it, came about; every input has a passport again. */
export function CalculationPart({ passport, board, figures }: CalculationPartProps) {
  const w = usePassportWords();
  const { derivations, indicator } = passport;
  const { ledger } = indicator;
  if (derivations.length === 0 && ledger === null) return null;
  const fund = board.funds.find((row) => row.id === ledger?.fund);
  const inputs = [...new Set(derivations.flatMap((row) => row.inputs))].filter(
    (code) => code !== indicator.code,
  );
  return (
    <DrawerPart title={w.calculation}>
      {ledger === null ? null : (
        <p>{w.ledger(fund?.name ?? ledger.fund, w.movements[ledger.kind])}</p>
      )}
      <dl className="formulas">
        {derivations.map((row) => (
          <div key={row.kind}>
            <dt>{w.derivations[row.kind]}</dt>
            <dd>{row.formula}</dd>
          </div>
        ))}
      </dl>
      {inputs.length === 0 ? null : (
        <>
          <p className="caption">{w.inputs}</p>
          <div className="passport-inputs">
            {inputs.map((code) => (
              <Input key={code} code={code} figures={figures} />
            ))}
          </div>
        </>
      )}
    </DrawerPart>
  );
}
