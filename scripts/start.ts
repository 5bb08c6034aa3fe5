import { endWithNpm } from './lib/end-with-npm.ts';
import { root, runNode } from './lib/run-node.ts';
import { isBuilt } from './lib/stamp.ts';

if (!(await isBuilt(root, 'page')) || !(await isBuilt(root, 'bundle'))) {
  console.log('Building the page … 正在构建页面 …');
  // In a process of its own: what the build needs in memory is gone before the server starts.
  const code = await runNode(['scripts/build.ts']);
  if (code !== 0) {
    console.error('The page could not be built; the reason is above. 页面构建失败，原因见上。');
    process.exit(code);
  }
}

endWithNpm();
// In this process, so that Ctrl-C and a service manager's signals reach the server once and directly.
await import('#server/node/main.ts');
