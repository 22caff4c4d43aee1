import type { Block } from '../../src/core/post-mortem/document';
import { addComment } from '../../src/jira/add-comment';
import { adfOf } from '../../src/jira/document';
import type { JiraClient } from '../../src/jira/client';
import { cutToFit, fits, MOST_CHARACTERS } from '../../src/jira/fit-comment';
import { Declined } from '../../src/usecases/ports/failures';

const notice = 'The rest is left out.';
const text = (length: number): Block => ({ kind: 'text', text: 'ä"'.repeat(length / 2) });
const heading: Block = { kind: 'heading', text: 'What happened' };

describe('a text for a comment', () => {
  it('stays as it is up to the length that Jira takes', () => {
    const short = [heading, text(10_000)];
    expect(cutToFit(short, notice)).toEqual(short);
  });

  it.each<readonly [string, readonly Block[]]>([
    ['one long paragraph', [heading, text(40_000)]],
    ['many paragraphs', Array.from({ length: 100 }, () => text(1_000))],
    [
      'one long list',
      [heading, { kind: 'list', items: Array(400).fill('An item of some length') }],
    ],
    ['a list whose first item is too long', [{ kind: 'list', items: ['x'.repeat(50_000), 'y'] }]],
    ['a long heading', [text(21_000), { kind: 'heading', text: 'x'.repeat(40_000) }, text(10)]],
    ['signs of two units', [{ kind: 'text', text: '🚢'.repeat(30_000) }]],
  ])('is cut to it, says so at its end and keeps as much as it can: %s', (_what, blocks) => {
    const cut = cutToFit(blocks, notice);
    expect(fits(cut)).toBe(true);
    expect(cut.at(-1)).toEqual({ kind: 'text', text: notice });
    expect(JSON.stringify(adfOf(cut)).length).toBeGreaterThan(0.9 * MOST_CHARACTERS);
    expect(JSON.stringify(cut)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/u);
  });

  it('to customers is never cut but refused, and Jira is not asked', async () => {
    const client = { call: () => Promise.reject(new Error('asked')) } as unknown as JiraClient;
    const comment = { issueKey: 'SUP-1', text: [text(40_000)], audience: 'public' as const };
    await expect(addComment(client, comment, () => 0)).rejects.toThrow(Declined);
  });
});
