/**
 * The tests of scoring and lanes, and of what they read and what overrides them, for one mocha process, which loads the core once
 * and then tries thousands of changes on it; jest would load everything anew for each. Jest's own `expect` and `it.each` serve, so
 * the tests are the same files. A test must not score anything while it loads, outside `it`: every change in what it used would
 * have to be tried in a process of its own, which takes seconds.
 */
require('tsx/cjs');
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { expect } = require('expect');
const fc = require('fast-check');
const { bind } = require('jest-each');

/** Tests of size: seconds each, for what smaller ones in the same file say of the arithmetic. */
const SIZES = /thousand/;
const declare = global.it;
// Without a limit of time: mocha fails what took longer than two seconds, and on a busy machine that would pass for a change found.
const it = (title, test) => (SIZES.test(title) ? undefined : declare(title, test).timeout(0));
Object.assign(global, { expect, it: Object.assign(it, { each: bind(it) }) });

// The same cases in every run, and no search for a smaller one: only whether a test fails is asked.
fc.configureGlobal({ seed: 20_261_121, endOnFailure: true });

// Properties come last: most changes are found by an example, in a fraction of the time.
const core = join(__dirname, '..', 'core');
const rooms = [
  'blockers',
  'calibration',
  'curves',
  'formula',
  'issue',
  'lanes',
  'moscow',
  'next-input',
  'numbers',
  'overrides',
  'ratings',
  'score-card',
  'scoring',
  'signals',
  'time',
];
const files = rooms.flatMap((room) =>
  readdirSync(join(core, room), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(core, room, name)),
);
const slowness = new Map(
  files.map((file) => [file, readFileSync(file, 'utf8').split('fc.assert').length]),
);
for (const file of files.sort((a, b) => slowness.get(a) - slowness.get(b))) require(file);
