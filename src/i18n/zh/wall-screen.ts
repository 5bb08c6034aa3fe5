export const wallScreen = {
  title: '登记本屏',
  steps: (place: string) => `请管理员打开 ${place}，确认这个编码`,
  size: (width: number, height: number, ratio: number) =>
    `本屏 ${width} × ${height}${ratio === 1 ? '' : `，像素比 ${ratio}`}`,
  until: (time: string) => `编码在 ${time} 前有效，到时自动更换`,
  itself: '确认后自动开始显示，不用在本屏上操作。',
  asking: '正在取编码……',
  noScript: '这台设备不运行脚本，不能登记：请换一台，或由管理员把查看对所有人开放。',
  failed: '没有取到编码，会自动再试。',
  tooMany: '等待登记的大屏太多，会自动再试。',
  done: (name: string) => `已登记为“${name}”`,
  codeName: (letters: string) => `编码 ${letters}`,
};
