const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * The tests of scoring and lanes as one file, so that a changed line costs loading the core once and not once a file. Properties
 * come last: most changes are found by an example, in a fraction of the time.
 */
const core = join(__dirname, '..', 'core');
const files = ['lanes', 'scoring'].flatMap((room) => readdirSync(join(core, room)).filter((name) => name.endsWith('.test.ts')).map((name) => join(core, room, name)));
const slowness = new Map(files.map((file) => [file, readFileSync(file, 'utf8').split('fc.assert').length]));
for (const file of files.sort((a, b) => slowness.get(a) - slowness.get(b))) require(file);
