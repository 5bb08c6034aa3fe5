// Loaded before any TypeScript: plain JavaScript that the oldest Node can read.
const needed = 24;
const [major] = process.versions.node.split('.').map(Number);

if (major < needed) {
  console.error(
    [
      `Reform Cockpit needs Node ${needed} or newer; this is ${process.version}.`,
      'On Linux (x64, arm64) and Windows (x64), "npm ci" brings it: run the command through npm, and do not omit optional packages.',
      'Elsewhere install it from https://nodejs.org.',
      `本系统需要 Node ${needed} 或更高版本，当前为 ${process.version}。请用 npm 命令运行（npm ci 会自动带上所需版本），或自行安装。`,
    ].join('\n'),
  );
  process.exit(1);
}
