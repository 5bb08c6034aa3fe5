import { definitions as en } from '#src/i18n/en/definitions.ts';
import { passport as passportEn } from '#src/i18n/en/passport.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { definitions as zh } from '#src/i18n/zh/definitions.ts';
import { passport as passportZh } from '#src/i18n/zh/passport.ts';

const words = { zh, en };
const terms = {
  zh: { units: passportZh.units, kinds: passportZh.kinds },
  en: { units: passportEn.units, kinds: passportEn.kinds },
};

export const useDefinitionWords = () => useWords(words);
/** The words of closed lists that a passport says, too. */
export const useTerms = () => useWords(terms);
