import { audit as en } from '#src/i18n/en/audit.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { audit as zh } from '#src/i18n/zh/audit.ts';

const words = { zh, en };

export const useAuditWords = () => useWords(words);
