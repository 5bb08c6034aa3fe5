export const refusal = {
  ended: '登录已失效，填的内容还在这一页上。',
  signInAside: '在新页登录',
  thenAgain: '，再回到这里提交。',
  noConnection: '没有连上服务器，内容还在，请再提交一次。',
};
