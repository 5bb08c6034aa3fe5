import type { Language } from '#core/contract/lists.ts';

/** BCP 47 tags for `<html lang>`, `Intl` and speech. */
export const htmlLang: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };
