/**
 * Where the time of a run went, as Markdown: each step with its seconds, and the slowest files of each run of tests.
 * The argument is the file that .ci/run writes a line to whenever a step has ended.
 */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

const MOST_FILES = 10;

const steps = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('\t'))
  .map(([title, start, seconds, passed, failed, summary]) => ({
    title,
    start: Number(start),
    seconds: Number(seconds),
    passed,
    failed,
    summary,
  }))
  .sort((a, b) => a.start - b.start);

/** The files of a run by jest that took longest; seconds with one decimal. */
function slowestFiles(summary) {
  return JSON.parse(readFileSync(summary, 'utf8'))
    .testResults.map(({ name, startTime, endTime, assertionResults }) => ({
      file: relative(process.cwd(), name),
      seconds: (endTime - startTime) / 1000,
      tests: assertionResults.length,
    }))
    .sort((a, b) => b.seconds - a.seconds);
}

const table = (...rows) => rows.map((cells) => `| ${cells.join(' | ')} |`);

const lines = [
  '# Where the time went',
  '',
  'Steps that overlap ran beside each other.',
  '',
  ...table(
    ['step', 'from', 'seconds', 'passed', 'failed'],
    ['---', '---:', '---:', '---:', '---:'],
    ...steps.map(({ title, start, seconds, passed, failed }) => [
      title,
      start,
      seconds,
      passed,
      failed,
    ]),
  ),
];
for (const { title, summary } of steps) {
  if (!existsSync(summary)) continue;
  const files = slowestFiles(summary);
  const all = files.reduce((sum, { seconds }) => sum + seconds, 0);
  lines.push(
    '',
    `## ${title}: the slowest of ${files.length} files, which took ${Math.round(all)} s of workers' time`,
    '',
    ...table(
      ['file', 'seconds', 'tests', 'seconds a test'],
      ['---', '---:', '---:', '---:'],
      ...files
        .slice(0, MOST_FILES)
        .map(({ file, seconds, tests }) => [
          file,
          seconds.toFixed(1),
          tests,
          (seconds / Math.max(1, tests)).toFixed(1),
        ]),
    ),
  );
}
console.log(lines.join('\n'));
