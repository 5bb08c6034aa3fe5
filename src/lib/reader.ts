/** How the reader of this page wants it, for the parts; a wall shows what everybody sees. */
import { createContext, useContext } from 'react';
import type { Language } from '#core/contract/lists.ts';
import {
  type FormattedNumber,
  formatMeasured,
  type Measured,
  type MoneyStyle,
  speak,
} from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';

export const MoneyContext = createContext<MoneyStyle>('scaled');

export const useMoneyStyle = (): MoneyStyle => useContext(MoneyContext);

export type Numbers = {
  readonly lang: Language;
  readonly money: MoneyStyle;
  /** Qualifier, number and unit apart, to be set. */
  readonly parts: (measured: Measured) => FormattedNumber;
  /** All of it as one text. */
  readonly speak: (measured: Measured) => string;
};

/** Numbers in the page's language and in the reader's unit of money. */
export function useNumbers(): Numbers {
  const lang = useLanguage();
  const money = useMoneyStyle();
  return {
    lang,
    money,
    parts: (measured) => formatMeasured(measured, lang, money),
    speak: (measured) => speak(measured, lang, money),
  };
}
