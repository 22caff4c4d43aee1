const { buildSync } = require('esbuild');
const { readFileSync } = require('node:fs');

/**
 * Turns one entry of a package, with all that it needs, into one CommonJS module. Jest loads each module anew for every file of
 * tests, and the packages below the local Jira are a thousand. jira.js has cycles between its modules besides, which only work in
 * the order in which ES modules run, so they can't be transformed one by one.
 */
module.exports = {
  process(_source, filename) {
    const { outputFiles } = buildSync({
      entryPoints: [filename],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      // What others import too stays one and the same for all.
      external: ['zod', '@forge/*'],
      logLevel: 'error',
    });
    return { code: outputFiles[0].text };
  },
  getCacheKey: (_source, filename, { transformerConfig }) =>
    `${filename}-${versionOf(filename)}-${JSON.stringify(transformerConfig ?? null)}`,
};

function versionOf(filename) {
  const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(filename);
  return JSON.parse(readFileSync(`${folder}package.json`, 'utf8')).version;
}
