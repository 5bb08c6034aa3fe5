export const states = {
  justSynced: '刚刚同步',
  minutesAgo: (minutes: number) => `${minutes} 分钟前同步`,
  hoursAgo: (hours: number) => `${hours} 小时前同步`,
  daysAgo: (days: number) => `${days} 天前同步`,
  syncedOn: (moment: string) => `${moment} 同步`,
};
