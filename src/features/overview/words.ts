import { overview as overviewEn } from '#src/i18n/en/overview.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { overview as overviewZh } from '#src/i18n/zh/overview.ts';

const overview = { zh: overviewZh, en: overviewEn };

export const useOverviewWords = () => useWords(overview);
