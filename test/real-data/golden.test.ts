import { readFileSync } from 'node:fs';
import { answers, type Answer } from './golden/answers';
import { realData } from './real-data';

interface Example {
  readonly id: string;
  readonly framework: string;
  readonly input: never;
  readonly expected: Answer;
  readonly published?: string;
  readonly status: string;
}

const examples = JSON.parse(
  readFileSync(realData('golden/published-examples.json'), 'utf8'),
) as readonly Example[];
const right = new Set(['verified', 'transcribed']);

/** Where the file holds what was published and not what is right. */
const corrected: Readonly<Record<string, Answer>> = {
  'jsm-Minor-Medium': 'Low',
  'jpd-norm-allneg': [0, 75, 100],
  'ot-due-5': 11.08571,
};

async function answerTo({ framework, input, id }: Example): Promise<Answer> {
  const answer = answers[framework];
  if (answer === undefined) throw new Error(`Nobody answers examples of ${framework}`);
  return answer(input, id);
}

/** Equal, numbers to as many digits as were published. */
function expectEqual(answer: Answer, expected: Answer): void {
  // In brackets stand intermediate figures that the source doesn't define.
  if (typeof expected === 'string') return expect(answer).toBe(expected.replace(/ \(.*\)$/, ''));
  if (typeof expected !== 'number') return expect(answer).toEqual(expected);
  const digits = String(expected).split('.')[1]?.length ?? 0;
  expect(Number(Number(answer).toFixed(digits))).toBe(expected);
}

describe('published worked examples', () => {
  const sound = examples.filter(({ status }) => right.has(status));
  const traps = examples.filter(({ status }) => !right.has(status));

  it('are all here', () => {
    expect([examples.length, sound.length, traps.length]).toEqual([83, 76, 7]);
  });

  it.each(sound)('$id ($framework) comes out as published', async (example) => {
    expectEqual(await answerTo(example), example.expected);
  });

  it.each(traps)('$id ($framework, $status) comes out right, not as published', async (example) => {
    const answer = await answerTo(example);
    expectEqual(answer, corrected[example.id] ?? example.expected);
    const published = example.published ?? example.expected;
    expect(String(answer)).not.toBe(String(published).replaceAll(',', ''));
    expect(answer).not.toEqual(published);
  });
});
