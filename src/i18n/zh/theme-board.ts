/** Around the boards of one theme: head, foot, lists of figures, open questions. */
export const themeBoard = {
  pinnedClock: '时钟已固定',
  pageAsOf: '数据截至',
  /** `from` and `to` are the oldest and the newest date of the page's figures. */
  span: (count: number, from: string, to: string) =>
    from === to ? `${count} 个数，都是 ${from} 的` : `${count} 个数，最早 ${from}，最新 ${to}`,
  sources: '来源：',
  title: (title: string) => `《${title}》`,
  titleSeparator: '',
  noSource: '来源未列',
  says: (names: readonly string[]) => `${names.length} 个数：${names.join('、')}`,
};
