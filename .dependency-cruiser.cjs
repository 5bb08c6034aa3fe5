/**
 * Which room may import which (docs/architecture.md). Every rule is proved to fire by
 * tests/boundaries/boundaries.test.ts, which reads this file.
 */
const TEST = '\\.test\\.tsx?$';
const NOT_TYPES = ['type-only'];

/** From a room, production code and tests alike unless said otherwise, to what it must not see. */
function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

module.exports = {
  forbidden: [
    forbid(
      'no-cycle',
      'A ring of imports has no order in which to read it.',
      {},
      { circular: true },
    ),
    forbid('resolvable', 'The import leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'core-alone',
      'core/ imports core/ and nothing else of the house.',
      { path: '^core/', pathNot: TEST },
      { path: '^(server|src|mocks|tests|scripts)/' },
    ),
    forbid(
      'contract-below-domain',
      'core/contract/ is the lowest room.',
      { path: '^core/contract/', pathNot: TEST },
      { path: '^core/(domain|sample)/' },
    ),
    forbid(
      'domain-without-schemas',
      'core/domain/ takes types and closed lists from the contract, so that the page may use it without shipping a schema library.',
      { path: '^core/domain/', pathNot: TEST },
      {
        path: ['^core/contract/(?!lists\\.ts$)', '^core/sample/', '^node_modules/zod/'],
        dependencyTypesNot: NOT_TYPES,
      },
    ),
    forbid(
      'core-without-libraries',
      'core/ is pure TypeScript; only core/contract/ has a library, zod.',
      { path: '^core/', pathNot: TEST },
      { path: '^node_modules/(?!(zod|@hono/zod-openapi)/)' },
    ),
    forbid(
      'server-imports-core',
      'server/ imports core/ and server/.',
      { path: '^server/', pathNot: TEST },
      { path: '^(src|mocks|tests|scripts)/' },
    ),
    forbid(
      'server-without-node',
      'The app runs in a browser too: only server/node/ may know the Node home.',
      { path: '^server/(?!node/)', pathNot: TEST },
      { path: '^server/node/' },
    ),
    forbid(
      'node-only-in-node',
      'Only server/node/ may import node:*.',
      { path: '^(core|server/(?!node/)|src|mocks/(?!node))', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'page-without-server',
      'The page speaks to the server over HTTP alone, and does not know that it may stand in a bundle.',
      { path: '^src/(?!bundle/)', pathNot: TEST },
      { path: '^(server|src/bundle|tests|scripts)/' },
    ),
    forbid(
      'page-without-schemas',
      'src/ takes only types and closed lists from the contract: no schema library in the production bundle.',
      { path: '^src/', pathNot: TEST },
      {
        path: ['^core/contract/(?!lists\\.ts$)', '^core/sample/', '^node_modules/zod/'],
        dependencyTypesNot: NOT_TYPES,
      },
    ),
    forbid(
      'mocks-from-main',
      'Only src/main.tsx may start the mocks.',
      { path: '^(src/(?!main\\.tsx$)|core/|server/|scripts/)', pathNot: TEST },
      { path: '^mocks/' },
    ),
    forbid(
      'mocks-over-the-app',
      'The mocks pass requests to the app and know neither the page nor the Node home.',
      { path: '^mocks/', pathNot: TEST },
      { path: '^(src|server/node|tests|scripts)/' },
    ),
    forbid(
      'bundle-without-node',
      'The page of an offline bundle joins the page and the app, and knows no other home.',
      { path: '^src/bundle/', pathNot: TEST },
      { path: '^(mocks|server/node|src/main\\.tsx|src/entry-static\\.tsx|tests|scripts)(/|$)' },
    ),
    forbid(
      'features-apart',
      'A feature never imports another; what two need moves to ui/, api/ or core/.',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
    ),
    forbid(
      'features-below-app',
      'A feature does not know the shells around it.',
      { path: '^src/features/', pathNot: TEST },
      { path: '^src/(app/|main\\.tsx|entry-static\\.tsx)' },
    ),
    forbid(
      'shared-below-features',
      'api, charts, ui, stores, i18n and lib do not know who uses them.',
      { path: '^src/(api|charts|ui|stores|i18n|lib)/', pathNot: TEST },
      { path: '^src/(features|app)/' },
    ),
    forbid(
      'parts-without-requests',
      'charts/ and ui/ are given their data.',
      { path: '^src/(charts|ui|i18n|lib)/', pathNot: TEST },
      { path: '^src/api/', dependencyTypesNot: NOT_TYPES },
    ),
    forbid(
      'echarts-in-charts',
      'Only src/charts/ imports echarts and its React binding.',
      { path: '^(?!src/charts/)' },
      { path: '^node_modules/(echarts|echarts-for-react|zrender)/', dependencyTypesNot: NOT_TYPES },
    ),
    forbid(
      'antd-for-entry',
      'Only pages on which people enter and administer are made of antd: boards and walls load none of it.',
      {
        path: '^(?!src/(admin-ui|features/(accounts|enter|review|registers|audit|screens))/)',
        pathNot: TEST,
      },
      {
        path: '^node_modules/(antd|@ant-design|@rc-component)/',
        dependencyTypesNot: NOT_TYPES,
      },
    ),
    forbid(
      'no-test-code-in-production',
      'What ships does not import tests or development packages.',
      { path: '^(core|server|src)/', pathNot: TEST },
      { path: [TEST, '^tests/'] },
    ),
    forbid(
      'no-development-packages-in-production',
      'What runs after `npm ci --omit=dev` may use dependencies alone.',
      { path: '^(core|server)/', pathNot: TEST },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: NOT_TYPES },
    ),
  ],
  options: {
    // TypeScript 7 has no compiler API for the default parser, which would see nothing and stay green.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|dist-static|dist-bundle|dist-demo|var|public)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.css', '.json'],
    },
  },
};
