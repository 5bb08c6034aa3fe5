/** Around the boards of one theme: of which dates their figures are, and from whom. */
export const themeBoard = {
  /** `from` and `to` are the oldest and the newest date of the page's figures. */
  span: (count: number, from: string, to: string) =>
    from === to ? `${count} 个数，都是 ${from} 的` : `${count} 个数，最早 ${from}，最新 ${to}`,
  says: (names: readonly string[]) => `${names.length} 个数：${names.join('、')}`,
};
