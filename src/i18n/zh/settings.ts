import type { ColourTheme } from '#core/contract/lists.ts';

export const settings = {
  title: '显示设置',
  device: '只保存在这台设备的浏览器里，不影响别人，也不影响大屏。',
  close: '关闭',
  lang: '语言',
  langs: { zh: '中文', en: 'English' },
  theme: '主题',
  themes: { none: '页面默认', light: '浅色', dark: '深色', projector: '投影' } satisfies Record<
    ColourTheme | 'none',
    string
  >,
  money: '金额单位',
  moneyStyles: { scaled: '万元 / 亿元', yuan: '元' },
  moneyNote: '句子里的金额仍用万元 / 亿元。',
  text: '字号',
  texts: { normal: '标准', large: '大', larger: '特大' },
  rise: '增减颜色',
  rises: { none: '不用颜色', 'red-up': '红涨绿跌', 'green-up': '绿涨红跌' },
  riseNote: '箭头和正负号照常显示。',
  motion: '动态效果',
  still: '减少动态效果',
  reset: '恢复默认',
};
