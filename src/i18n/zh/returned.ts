export const returned = {
  title: '退回，改好再交',
  by: (name: string) => `${name}退回`,
  someone: '审核员',
  filledIn: '下面已填好上次的内容，改好再提交。',
  take: '改用退回的那一份',
  takeSure: '正在写的草稿会换成退回的那一份，不能找回。',
  takeYes: '换成退回的',
  takeNo: '接着写',
  mend: (subject: string) => `去改：${subject}`,
};
