/** What every board says about itself: its date, its sources, its open questions. */
export const boards = {
  pageAsOf: '数据截至',
  pinnedClock: '时钟已固定',
  sources: '来源：',
  title: (title: string) => `《${title}》`,
  titleSeparator: '',
  noSource: '来源未列',
  openQuestions: '口径待核',
};
