import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { importFile } from '../../../dev/jira/import/import-file';
import { describeProblem } from '../../../dev/jira/import/problem';
import { aRestIssue, importing, jsonLines, problemsOf } from './exports';

const good = (number: number) => JSON.stringify(aRestIssue(`A-${number}`));

describe('refusing what cannot be imported', () => {
  test.each([
    ['a broken line', `${good(1)}\n{"key": "A-2", oops}\n${good(3)}\n`, 2, /not valid JSON/],
    [
      'a cut line',
      `${good(1)}\n${good(2).slice(0, -20)}\n${good(3)}\n`,
      2,
      /not complete|not closed/,
    ],
    ['a missing key', `${good(1)}\n{"fields":{}}\n`, 2, /has no key/],
    ['something that is no key', `{"key":"hello","fields":{}}\n`, 1, /"hello" is not an issue key/],
    ['missing fields', `{"id":"1","key":"A-1"}\n`, 1, /has no fields/],
    [
      'an unknown date',
      jsonLines([aRestIssue('A-1', { created: 'last week' })]),
      1,
      /created: "last week" is not a date/,
    ],
    [
      'a day that does not exist',
      jsonLines([aRestIssue('A-1', { duedate: '2017-02-30' })]),
      1,
      /duedate: "2017-02-30" is not a date/,
    ],
    [
      'a date that is an object',
      jsonLines([aRestIssue('A-1', { updated: {} })]),
      1,
      /updated: a date is expected/,
    ],
    ['a duplicate key', `${good(1)}\n${good(2)}\n${good(1)}\n`, 3, /line 1 already/],
    [
      'a raw NUL character',
      `${good(1)}\n${good(2).replace('Summary', 'Sum\0mary')}\n`,
      2,
      /raw NUL character/,
    ],
    ['an HTML page', '\n<!DOCTYPE html>\n<html><body>Log in</body></html>', 2, /HTML page/],
    ['XML', '<?xml version="1.0"?><rss></rss>', 1, /XML/],
    ['an empty list', '[]', undefined, /no issues/],
    ['a page without issues', '{"issues":[],"total":0}', undefined, /no issues/],
    ['an empty file', '', undefined, /empty/],
    ['blank lines only', '\n  \n', undefined, /empty/],
    ['plain text', 'hello\nworld\n', 1, /neither JSON nor a Jira CSV/],
    ['a list of words', '["a"]', 1, /an issue is expected here/],
    [
      'invalid UTF-8',
      Buffer.concat([Buffer.from(`${good(1)}\n`), Buffer.from([0x7b, 0xff, 0x7d])]),
      2,
      /not valid UTF-8/,
    ],
    [
      'a cut gzip file',
      gzipSync(jsonLines([aRestIssue('A-1')])).subarray(0, 60),
      1,
      /gzip file is cut off/,
    ],
    [
      'a damaged gzip file',
      gzipSync(jsonLines([aRestIssue('A-1')])).map((byte, at) =>
        at > 30 && at < 60 ? 255 - byte : byte,
      ),
      1,
      /gzip file is damaged/,
    ],
    ['a zip archive', Buffer.from('504b030414000000', 'hex'), undefined, /zip archive/],
    [
      'an error of the REST API',
      '{"errorMessages":["The JQL is wrong"],"errors":{}}',
      1,
      /has no key/,
    ],
  ])('%s is reported with its line', async (_, content, line, reason) => {
    const problems = await problemsOf(content);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.line).toBe(line);
    expect(problems[0]?.reason).toMatch(reason);
    expect(problems[0]?.remedy).not.toBe('');
  });

  test('a file that is not there is a problem, and so is a folder', async () => {
    expect(await importFile('/nowhere/at/all.json')).toMatchObject({
      ok: false,
      problems: [{ reason: 'there is no file /nowhere/at/all.json' }],
    });
    const folder = mkdtempSync(join(tmpdir(), 'ballast-import-'));
    expect(await importFile(folder)).toMatchObject({
      ok: false,
      problems: [{ reason: `${folder} is not a file` }],
    });
  });

  test('all problems are named at once, with their lines and keys', async () => {
    const problems = await problemsOf(
      `${good(1)}\nrubbish\n{"fields":{}}\n${good(1)}\n${JSON.stringify(aRestIssue('A-9', { created: 'x', updated: 'y' }))}\n`,
    );
    expect(problems.map((problem) => [problem.line, problem.key])).toEqual([
      [2, undefined],
      [3, undefined],
      [4, 'A-1'],
      [5, 'A-9'],
      [5, 'A-9'],
    ]);
  });

  test('the hundredth problem is the last listed, but all are counted', async () => {
    const result = await importing('{"fields":{}}\n'.repeat(250));
    expect(result).toMatchObject({ ok: false, problemCount: 250 });
    expect(result.ok ? [] : result.problems).toHaveLength(100);
  });

  test('the line of a syntax error inside an indented list is exact', async () => {
    const text = JSON.stringify([aRestIssue('A-1'), aRestIssue('A-2')], null, 2).replace(
      '"Summary of A-2",',
      '"Summary of A-2"',
    );
    const after = text.slice(0, text.indexOf('Summary of A-2')).split('\n').length + 1;
    expect((await problemsOf(text))[0]).toMatchObject({
      line: after,
      reason: expect.stringContaining('not valid JSON'),
    });
  });

  test('a problem reads as one sentence', () => {
    expect(
      describeProblem({
        line: 3,
        key: 'A-1',
        reason: 'the key stands on line 1 already',
        remedy: 'Remove one',
      }),
    ).toBe('line 3, A-1: the key stands on line 1 already. Remove one');
    expect(describeProblem({ reason: 'the file is empty', remedy: 'Export again' })).toBe(
      'the file is empty. Export again',
    );
  });

  test('no bytes at all make it crash, and refusals always have a reason', async () => {
    const start = fc.constantFrom(
      Buffer.from(''),
      Buffer.from([0x1f, 0x8b, 8]),
      Buffer.from('{"key":"A-1","fields":{'),
      Buffer.from('[{'),
      Buffer.from('Issue key,Summary\n'),
      Buffer.from([0xff, 0xfe]),
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (head, bytes) => {
        const result = await importing(Buffer.concat([head, bytes]));
        if (!result.ok)
          expect(result.problems.every((problem) => problem.reason !== '')).toBe(true);
        expect(result.ok || result.problemCount > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('no JSON value at all makes it crash, wherever in an issue it stands', async () => {
    const place = fc.constantFrom(
      'summary',
      'issuetype',
      'status',
      'priority',
      'project',
      'issuelinks',
      'comment',
      'labels',
      'sprint',
      'parent',
      'reporter',
      'customfield_1',
      'subtasks',
      'votes',
      'created',
      '__proto__',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(place, fc.jsonValue()),
        fc.jsonValue(),
        async (fields, changelog) => {
          const result = await importing(JSON.stringify(aRestIssue('A-1', fields, { changelog })));
          expect(
            result.ok ||
              result.problems.every(
                (problem) => problem.key === 'A-1' || problem.line !== undefined,
              ),
          ).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
