export const reminded = {
  title: '会前请补报',
  before: (title: string, date: string) => `${title}（${date}）`,
  by: (name: string) => `${name}提醒`,
  someone: '会议承办人',
  never: '从未填报',
  last: (date: string) => `最近一次 ${date}`,
};
