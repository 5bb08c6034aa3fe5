export const states = {
  waiting: '正在取数，轮廓先占位，不闪动',
};
