/**
 * Who may import whom. Every rule has a planted violation below `tests/fixtures/gates/imports` that `npm run check`
 * must find, else the check fails: a gate has to prove that it sees.
 */
const npm = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`
const tests = '\\.test\\.tsx?$'
const server = '^apps/sync-server/src/'
const web = '^apps/web/src/'
const features = 'accounts|assets|boards|organisation|programmes|reader|sharing|snapshots|sprints|templates|versions'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything-resolves',
      comment: 'A name that leads nowhere is also a name that the other rules cannot judge.',
      severity: 'error',
      from: { path: '^(apps|packages)/' },
      // Assets that only Vite knows how to load.
      to: { couldNotResolve: true, pathNot: '(\\?(raw|url|inline)|\\.(css|svg|woff2?|png))$' },
    },
    {
      name: 'no-tests-in-sources',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: tests },
      to: { path: `^tests/|${tests}` },
    },
    // Packages
    { name: 'packages-know-no-app', severity: 'error', from: { path: '^packages/' }, to: { path: '^apps/' } },
    {
      name: 'packages-use-no-node',
      comment: 'They run in browsers too.',
      severity: 'error',
      from: { path: '^packages/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-uses-its-libraries-only',
      severity: 'error',
      from: { path: '^packages/shared/', pathNot: tests },
      to: {
        pathNot: ['^packages/shared/', npm('yjs', 'y-protocols', 'lib0', 'zod', '@tldraw/store', '@tldraw/tlschema')],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'templates-use-shared-only',
      severity: 'error',
      from: { path: '^packages/templates/', pathNot: tests },
      to: { pathNot: '^packages/(templates|shared)/' },
    },
    // Apps
    {
      name: 'apps-stay-apart',
      comment: 'Not even types: their contract is shared/api and shared/protocol.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    // Server
    {
      name: 'rooms-know-no-outside',
      comment: 'Sockets, disks and HTTP come to a room through its ports.',
      severity: 'error',
      from: { path: `${server}rooms/`, pathNot: tests },
      to: { pathNot: [`${server}rooms/`, '^packages/shared/', npm('yjs', 'y-protocols', 'lib0')] },
    },
    {
      name: 'db-and-fanout-know-ports-only',
      severity: 'error',
      from: { path: `${server}(db|fanout)/`, pathNot: tests },
      to: {
        path: server,
        pathNot: `${server}(db/|fanout/|rooms/(doc-store|fanout)\\.ts|(config|logger|metrics)\\.ts)`,
      },
    },
    {
      name: 'ws-sees-rooms-session-and-access',
      severity: 'error',
      from: { path: `${server}ws/`, pathNot: tests },
      to: {
        path: server,
        pathNot: [
          `${server}(ws|rooms)/`,
          `${server}(accounts/session|sharing/access-service|http/app-env|config|logger|metrics)\\.ts$`,
        ],
      },
    },
    {
      name: 'features-meet-through-services',
      comment: "Never through another feature's routes or store.",
      severity: 'error',
      from: { path: `${server}(${features})/`, pathNot: tests },
      to: { path: `${server}(${features})/`, pathNot: [`${server}$1/`, '-service\\.ts$'] },
    },
    {
      name: 'http-knows-no-feature',
      comment: 'app.ts hands the routes to the HTTP app.',
      severity: 'error',
      from: { path: `${server}http/`, pathNot: tests },
      to: { path: `${server}(${features}|ws|fanout)/`, pathNot: `${server}accounts/session\\.ts$` },
    },
    {
      name: 'only-main-starts-the-app',
      severity: 'error',
      from: { path: '^apps/', pathNot: [`${server}main\\.ts$`, tests] },
      to: { path: `${server}app\\.ts$` },
    },
    { name: 'nobody-imports-main', severity: 'error', from: {}, to: { path: '^apps/[^/]+/src/main\\.tsx?$' } },
    {
      name: 'lucia-behind-session',
      comment: 'lucia is no longer developed; see docs/decisions/0005-lucia-behind-one-file.md.',
      severity: 'error',
      from: { path: '^(apps|packages|tests)/', pathNot: `${server}accounts/session\\.ts$` },
      to: { path: npm('lucia') },
    },
    // Web
    {
      name: 'ui-knows-nothing-of-ours',
      severity: 'error',
      from: { path: `${web}ui/` },
      to: { path: `^packages/|${web}(?!ui/)` },
    },
    {
      name: 'sync-without-react',
      severity: 'error',
      from: { path: `${web}sync/` },
      to: {
        path: [npm('react', 'react-dom', 'react-i18next', '@tanstack/[^/]+', 'radix-ui'), `${web}(ui|board|features)/`],
      },
    },
    {
      name: 'web-loads-no-schemas',
      comment: 'Types only: their library is 60 kB, and asks whether it may evaluate code, which our pages may not.',
      severity: 'error',
      from: { path: web, pathNot: tests },
      to: {
        path: '^packages/shared/src/(api|import-api|process-model-api|share-link-api|snapshot-api|sprint-api|sprint-log-api|template-about|template-api|vote-api)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'features-stay-apart',
      severity: 'error',
      from: { path: `${web}features/([^/]+)/` },
      to: { path: `${web}features/`, pathNot: `${web}features/$1/` },
    },
    {
      name: 'features-without-the-editor',
      comment: 'The pages of the app must not wait for two megabytes of whiteboard.',
      severity: 'error',
      from: { path: `${web}features/` },
      to: { path: [`${web}board/`, npm('@tldraw/[^/]+')] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)(dist|\\.build)/', '^tests/fixtures/'] },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    skipAnalysisNotInRules: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
