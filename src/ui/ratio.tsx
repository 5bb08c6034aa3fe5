import type { PanelBlockView } from '#core/contract/board.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { type FigureIndex, figureParts } from './figure.tsx';
import { Num, type NumSize } from './num.tsx';
import { useUiWords } from './words.ts';

export type RatioNumberProps = {
  block: Extract<PanelBlockView, { kind: 'ratio' }>;
  figures: FigureIndex;
  size: NumSize;
};

/** `4/5`: a part of a whole that the source counts both of. */
export function RatioNumber({ block, figures, size }: RatioNumberProps) {
  const w = useUiWords();
  const lang = useLanguage();
  const part = figures.get(block.part);
  const whole = figures.get(block.whole);
  if (part === undefined || whole === undefined) return <span className="dim">{w.notListed}</span>;
  const { number, qualifier, unit } = figureParts(part, lang);
  const text = w.ratio(number, figureParts(whole, lang).number);
  return (
    <Num
      parts={{ qualifier, number: text, unit }}
      size={size}
      code={part.code}
      openName={w.openFigure([block.label, text, unit].filter((word) => word !== '').join(' '))}
    />
  );
}
