import type { Language } from '#core/contract/lists.ts';

/** `10:42` of today, `11-22 10:42` of another day, on this device's clock. */
export function timeText(at: number | string, lang: Language): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    ...(isToday ? {} : { year: 'numeric', month: '2-digit', day: '2-digit' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date);
}
