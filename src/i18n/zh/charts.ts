export const charts = {
  table: '数据表',
  tableKey: '按 T 显示或收起',
  close: '收起',
  copy: '复制表格',
  copied: '已复制',
  notCopied: '浏览器不允许复制，请下载 CSV',
  download: '下载 CSV',
};
