// Who may use whom. Adding an arrow between modules needs an ADR. tools/planted.ts breaks each rule once and requires
// it to be found: a checker that reads nothing reports nothing.
const mayUse = {
  statistics: [],
  methods: ['statistics'],
  plan: ['statistics', 'methods'],
  funding: ['plan', 'methods', 'statistics'],
  learning: ['plan', 'methods'],
  partners: ['plan', 'methods', 'statistics'],
  reporting: ['plan', 'statistics', 'funding', 'learning', 'methods', 'partners'],
  agency: ['plan', 'reporting'],
  open: ['statistics', 'reporting'],
}
const M = '^apps/web/src/modules'
const test = '(\\.test(-support)?\\.tsx?$|^packages/[^/]+/src/testing/)'
const rule = (name, from, to, comment) => ({
  name,
  severity: 'error',
  ...(comment ? { comment } : {}),
  from,
  to,
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule('no-unresolvable', {}, { couldNotResolve: true }),
    rule(
      'enter-a-module-by-its-door',
      { path: `${M}/([^/]+)/` },
      {
        path: `${M}/([^/]+)/`,
        pathNot: [`${M}/$1/`, `${M}/[^/]+/public\\.ts$`],
      },
    ),
    ...Object.entries(mayUse).map(([name, uses]) =>
      rule(
        `${name}-uses-only-its-allies`,
        { path: `${M}/${name}/` },
        {
          path: `${M}/`,
          pathNot: `${M}/(${[name, ...uses].join('|')})/`,
        },
      ),
    ),
    rule('undeclared-module', { path: `${M}/`, pathNot: `${M}/(${Object.keys(mayUse).join('|')})/` }, {}),
    rule(
      'main-takes-only-doors',
      { path: '^apps/web/src/(main\\.tsx?$|demo/)' },
      {
        path: `${M}/`,
        pathNot: '/(routes\\.tsx|public\\.ts)$',
      },
    ),
    rule('cli-takes-only-doors', { path: '^apps/cli/' }, { path: `${M}/`, pathNot: '/public\\.ts$' }),
    rule('platform-knows-no-module', { path: '^apps/web/src/platform/' }, { path: M }),
    rule('packages-know-no-app', { path: '^packages/' }, { path: '^apps/' }),
    rule(
      'equity-is-pure',
      { path: '^packages/equity/src/', pathNot: test },
      { pathNot: '^packages/equity/src/' },
    ),
    rule(
      'disclosure-is-pure',
      { path: '^packages/disclosure/src/', pathNot: test },
      {
        pathNot: '^packages/disclosure/src/',
      },
    ),
    rule(
      'domain-knows-only-zod',
      { path: '^packages/domain/src/', pathNot: test },
      {
        pathNot: ['^packages/domain/src/', 'node_modules/zod/'],
      },
    ),
    rule(
      'released-tables-are-made-at-one-door',
      { pathNot: [`${M}/statistics/release/`, '^packages/disclosure/', test] },
      { path: '^packages/disclosure/src/released-table\\.ts$' },
    ),
    rule(
      'one-door-between-tenants',
      { pathNot: [`${M}/agency/`, '/testing/', test] },
      { path: '^apps/web/src/platform/db/between-tenants\\.ts$' },
    ),
    rule(
      'sql-only-in-store',
      { path: M, pathNot: ['/store/', test] },
      {
        path: 'node_modules/(kysely|pg)/',
      },
    ),
    rule(
      'store-is-a-leaf',
      { path: `${M}/[^/]+/store/`, pathNot: test },
      {
        path: `${M}/[^/]+/(service|ui|routes|public|worker)`,
      },
    ),
    rule(
      'rules-are-pure',
      { path: `${M}/[^/]+/rules/`, pathNot: test },
      {
        path: [`${M}/[^/]+/(service|store|ui|routes|public|worker)`, '^apps/web/src/platform/'],
      },
    ),
    rule(
      'service-knows-no-http',
      { path: `${M}/[^/]+/service/`, pathNot: test },
      {
        path: ['/ui/', '/routes[^/]*$', 'node_modules/(hono|preact)/', 'platform/http/'],
      },
    ),
    rule(
      'ui-knows-no-server',
      { path: '/ui/', pathNot: test },
      {
        path: ['/store/', '/routes[^/]*$', 'platform/(db|session|files|jobs)'],
      },
    ),
    rule(
      'ui-runs-no-service',
      { path: `${M}/[^/]+/ui/`, pathNot: test },
      {
        path: '/service/',
        dependencyTypesNot: ['type-only'],
      },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
