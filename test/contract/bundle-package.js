const { buildSync } = require('esbuild');

/**
 * Turns one entry of an ES-module package into one CommonJS module. jira.js has cycles between its modules that only work
 * in the order in which ES modules run, so they can't be transformed one by one.
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
      external: ['zod'],
      logLevel: 'error',
    });
    return { code: outputFiles[0].text };
  },
  getCacheKey: (_source, filename, { transformerConfig }) =>
    `${filename}-${require('jira.js/package.json').version}-${JSON.stringify(transformerConfig ?? null)}`,
};
