/** Import direction: request → route → domain → search → db. Nothing points back. Types alone may be known. */
const TYPES = ['type-only']
const SERVER = '[.]server[.]tsx?$'
const layer = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
})

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: TYPES } },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    layer(
      'routes-use-domain-only',
      '^app/routes/',
      '^(db/(?!vocabulary)|search/)|^app/platform',
      'A route asks app/domain; SQL and index calls live below it.',
    ),
    {
      name: 'http-knows-no-storage',
      severity: 'error',
      comment: 'http takes its clients from app/platform.server.ts. Sessions are its own records.',
      from: { path: '^app/http/', pathNot: '^app/http/session[.]server[.]ts$' },
      to: { path: '^(db/(?!vocabulary)|search/)', dependencyTypesNot: TYPES },
    },
    {
      name: 'platform-is-the-only-joint',
      severity: 'error',
      comment: 'Only app/platform.server.ts joins env, db and search.',
      from: { path: '^app/(root|entry|paths|config/)' },
      to: { path: '^(db/(?!vocabulary)|search/)', dependencyTypesNot: TYPES },
    },
    layer(
      'domain-knows-no-http',
      '^app/domain/',
      '^app/(routes|components|http|config)/|^app/platform|^node_modules/@remix-run/',
      'Rules must run in a script and in a test without a Request.',
    ),
    {
      name: 'pure-domain-stays-pure',
      severity: 'error',
      comment: 'A file without .server is safe in the browser.',
      from: { path: '^app/domain/', pathNot: SERVER },
      to: {
        path: [SERVER, '^db/(schema|queries|client)', '^search/', '^node_modules/(drizzle-orm|postgres|meilisearch)/'],
        dependencyTypesNot: TYPES,
      },
    },
    {
      name: 'components-see-pure-domain-only',
      severity: 'error',
      from: { path: '^app/components/' },
      to: {
        path: [SERVER, '^db/(?!vocabulary)', '^search/', '^app/(routes|http)/'],
        dependencyTypesNot: TYPES,
      },
    },
    {
      name: 'ui-has-no-domain',
      severity: 'error',
      from: { path: '^app/components/ui/' },
      to: { path: '^app/(domain|components/(?!ui/))' },
    },
    {
      name: 'print-is-a-view',
      severity: 'error',
      comment: 'A sheet is words that were decided elsewhere: print asks no database and knows no request.',
      from: { path: '^app/print/' },
      to: {
        path: [
          '^app/(routes|http|config)/',
          '^app/platform',
          `^app/domain/.*${SERVER}`,
          '^search/',
          '^db/(?!vocabulary)',
        ],
        dependencyTypesNot: TYPES,
      },
    },
    layer('db-is-the-floor', '^db/', '^(app|search|scripts|tests)/', 'db imports nothing of ours.'),
    layer('search-sits-on-db', '^search/', '^(app|scripts|tests)/', 'search may read db, never app.'),
    {
      name: 'vocabulary-has-no-imports',
      severity: 'error',
      from: { path: '^db/vocabulary[.]ts$' },
      to: { path: '.' },
    },
    {
      name: 'sql-only-in-db',
      severity: 'error',
      from: { pathNot: '^(db|tests|scripts)/|[.]config[.]ts$' },
      to: { path: '^node_modules/(drizzle-orm|postgres|pg|graphile-worker)/', dependencyTypesNot: TYPES },
    },
    {
      name: 'meilisearch-only-in-search',
      severity: 'error',
      from: { pathNot: '^(search|tests|scripts)/' },
      to: { path: '^node_modules/meilisearch/', dependencyTypesNot: TYPES },
    },
    {
      name: 'lucia-only-in-http',
      severity: 'error',
      comment: 'The rest of the program knows actors, not sessions: the library can be replaced in one place.',
      from: { pathNot: '^app/http/' },
      to: { path: '^node_modules/(lucia|@lucia-auth)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/|[.]config[.]ts$' },
      to: { path: '^tests/' },
    },
    {
      name: 'nothing-imports-scripts',
      severity: 'error',
      from: { pathNot: '^(scripts|tests)/' },
      to: { path: '^scripts/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
}
