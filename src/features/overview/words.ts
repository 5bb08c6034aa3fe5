import { overview as overviewEn } from '#src/i18n/en/overview.ts';
import { passport as passportEn } from '#src/i18n/en/passport.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { overview as overviewZh } from '#src/i18n/zh/overview.ts';
import { passport as passportZh } from '#src/i18n/zh/passport.ts';

const overview = { zh: overviewZh, en: overviewEn };
const passport = { zh: passportZh, en: passportEn };

export const useOverviewWords = () => useWords(overview);
export const usePassportWords = () => useWords(passport);
