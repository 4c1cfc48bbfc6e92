/** The rings of the house; docs/architecture.md draws them. */
const ring = (name) => `^src/${name}/`;
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only(
      'domain-alone',
      'The domain is what is true without any computer.',
      { path: ring('domain') },
      { pathNot: ring('domain') },
    ),
    only(
      'app-knows-domain',
      'Use-cases speak the domain and their ports only.',
      { path: ring('app') },
      { path: '^src/', pathNot: [ring('app'), ring('domain'), '^src/log'] },
    ),
    only(
      'storage-behind-ports',
      'Rows never leave storage.',
      { path: ring('storage') },
      { path: '^src/', pathNot: [ring('storage'), ring('app'), ring('domain'), '^src/log'] },
    ),
    only(
      'http-is-a-shell',
      'HTTP knows neither Teams nor the database.',
      { path: ring('http') },
      { path: '^src/', pathNot: [ring('http'), ring('app'), ring('domain'), '^src/log'] },
    ),
    only(
      'worker-has-loops',
      'Loops call use-cases.',
      { path: ring('worker') },
      { path: '^src/', pathNot: [ring('worker'), ring('app'), ring('domain'), '^src/log'] },
    ),
    only(
      'cards-render-views',
      'A card is a view with words and form.',
      { path: ring('cards') },
      { path: '^src/', pathNot: [ring('cards'), ring('app'), ring('domain'), ring('words'), '^src/log'] },
    ),
    only(
      'pages-render-views',
      'A page is what everybody is told, with words and form, for a browser.',
      { path: ring('pages') },
      { path: '^src/', pathNot: [ring('pages'), ring('app'), ring('domain'), ring('words'), '^src/log'] },
    ),
    only(
      'language-knows-texts',
      'Which words of a text carry its meaning depends on nothing but the text.',
      { path: ring('language') },
      { path: '^src/', pathNot: [ring('language'), ring('domain')] },
    ),
    only(
      'words-alone',
      'A language is one file that anybody can read.',
      { path: ring('words') },
      { path: '^src/', pathNot: ring('words') },
    ),
    only(
      'posts-read-markdown',
      'A post becomes domain data and nothing else.',
      { path: ring('posts') },
      { path: '^src/', pathNot: [ring('posts'), ring('app'), ring('domain')] },
    ),
    only(
      'teams-speaks-cards',
      'The Bot Framework stays in one folder.',
      { path: ring('teams') },
      {
        path: '^src/',
        pathNot: [ring('teams'), ring('app'), ring('domain'), ring('cards'), ring('words'), '^src/log'],
      },
    ),
    only(
      'config-at-the-door',
      'Whatever needs a setting is handed it.',
      { path: '^src/', pathNot: '^src/(main|dev|cli|package-app|touchstone)\\.ts$' },
      { path: '^src/config\\.ts$' },
    ),
    only(
      'sdk-in-teams',
      'Only teams/ knows the Bot Framework.',
      { path: '^src/', pathNot: ring('teams') },
      { path: 'node_modules/(botbuilder|botframework)' },
    ),
    only(
      'sql-in-storage',
      'Only storage/ knows the databases.',
      { path: '^src/', pathNot: ring('storage') },
      { path: 'node_modules/(kysely|pg|better-sqlite3)/' },
    ),
    only(
      'templates-in-cards',
      'Only cards/ knows the templating library.',
      { path: '^src/', pathNot: ring('cards') },
      { path: 'node_modules/(adaptivecards-templating|adaptive-expressions)/' },
    ),
    only(
      'restify-in-http',
      'Only http/ knows restify.',
      { path: '^src/', pathNot: ring('http') },
      { path: 'node_modules/restify/' },
    ),
    only('no-cycles', 'A cycle has no inside.', {}, { circular: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
