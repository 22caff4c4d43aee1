import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadArguments } from '../../../dev/pilot/arguments';
import { runSignals } from '../../../dev/pilot/signals/run-signals';
import { ROOT } from '../../house/source-files';

interface Outcome {
  readonly raw: number | string | null;
  readonly score: number | null;
  readonly low: number;
  readonly high: number;
  readonly lines: readonly { readonly id: string; readonly contribution: number }[];
  readonly missing: readonly { readonly id: string }[];
}

const words = (signals: unknown, ...more: readonly string[]) => [
  '--signals',
  JSON.stringify(signals),
  ...more,
];
const outcomeOf = async (signals: unknown, ...more: readonly string[]) =>
  JSON.parse(await runSignals([...words(signals, ...more), '--json'])) as Outcome;
const refusalOf = (argv: readonly string[]) =>
  runSignals(argv).then(
    () => 'accepted',
    (failure: unknown) =>
      failure instanceof BadArguments ? failure.message : Promise.reject(failure as Error),
  );

function fileWith(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'rubric-')), 'rubric.yaml');
  writeFileSync(file, text);
  return file;
}

describe('scoring by values', () => {
  it('answers with the published number and all that stands behind the score', async () => {
    const { raw, score, low, high, lines, missing } = await outcomeOf(
      { reach: 450, impact: 3, confidence: 1, effort: 2 },
      '--preset',
      'rice',
    );
    expect([raw, score, low, high, missing]).toEqual([675, 56.6, 56.6, 56.6, []]);
    expect(lines.map(({ id }) => id)).toEqual(['reach', 'impact', 'confidence', 'effort', 'start']);
    expect(lines.reduce((sum, { contribution }) => sum + Math.round(contribution * 10), 0)).toBe(
      566,
    );
  });

  it.each([
    ['wsjf', { businessValue: 8, timeCriticality: 3, riskReduction: 5, jobSize: 4 }, 4],
    ['cd3', { costOfDelay: 12_000, duration: 8 }, 1500],
    ['ice', { impact: 7, confidence: 6, ease: 4 }, 168],
    ['user-pain', { type: 5, likelihood: 4, priority: 3 }, 0.34285714285714],
    ['impact-urgency', { impact: 'Extensive', urgency: 'Low' }, 'Low'],
  ])('knows %s', async (preset, signals, raw) => {
    expect((await outcomeOf(signals, '--preset', preset)).raw).toBe(raw);
  });

  it('takes the option of a preset', async () => {
    const signals = { impact: 9, confidence: 6, ease: 3 };
    expect((await outcomeOf(signals, '--preset', 'ice', '--option', 'mean')).raw).toBe(6);
    expect((await outcomeOf(signals, '--preset', 'ice', '--option', 'product')).raw).toBe(162);
  });

  it.each([0.8, 80, '80%', ' 80 % '])('takes confidence as %j', async (confidence) => {
    expect(
      (await outcomeOf({ reach: 100, impact: 1, confidence, effort: 1 }, '--preset', 'rice')).raw,
    ).toBe(80);
  });

  it.each([
    ['1%', 1],
    ['0.5 %', 0.5],
    [0.01, 1],
    ['1.5%', 1.5],
  ])('takes a confidence of %j for what it says', async (confidence, raw) => {
    const outcome = await outcomeOf(
      { reach: 100, impact: 1, confidence, effort: 1 },
      '--preset',
      'rice',
    );
    expect([outcome.raw, outcome.lines.find(({ id }) => id === 'confidence')]).toMatchObject([
      raw,
      { value: raw, unit: '%' },
    ]);
  });

  it('weighs by a rubric of a few lines', async () => {
    const file = fileWith(
      'criteria:\n  - { id: fit, weight: 0.6 }\n  - { id: cost, weight: 0.4 }\n',
    );
    expect(
      (await outcomeOf({ fit: 8, cost: 5 }, '--preset', 'weighted', '--rubric', file)).raw,
    ).toBe(6.8);
    expect(await outcomeOf({ fit: 8 }, '--preset', 'weighted', '--rubric', file)).toMatchObject({
      raw: 8,
      score: 80,
      low: 48,
      high: 88,
      missing: [{ id: 'cost' }],
    });
  });

  it('weighs by the method that a rubric names, without any preset', async () => {
    const file = fileWith('method: { kind: weighted }\ncriteria: { fit: 0.6, cost: 0.4 }\n');
    expect(await outcomeOf({ fit: 8, cost: 5 }, '--rubric', file)).toMatchObject({
      raw: 6.8,
      score: 68,
    });
  });

  it('refuses two presets that do not agree, and takes two that do', async () => {
    const file = fileWith('preset: wsjf\n');
    expect(await refusalOf(words({ impact: 1 }, '--preset', 'rice', '--rubric', file))).toContain(
      'starts from the preset "wsjf" and the command line from rice: say one of them',
    );
    expect(
      (
        await outcomeOf(
          { businessValue: 8, timeCriticality: 3, riskReduction: 5, jobSize: 4 },
          '--preset',
          'wsjf',
          '--rubric',
          file,
        )
      ).raw,
    ).toBe(4);
  });

  it('knows a criterion by its label too', async () => {
    expect(
      (
        await outcomeOf(
          { 'Job size': 5, 'business value': 25, timeCriticality: 0, riskReduction: 0 },
          '--preset',
          'wsjf',
        )
      ).raw,
    ).toBe(5);
  });

  it('calculates by a formula of one’s own', async () => {
    const file = fileWith(
      'preset: custom\ncriteria:\n  - { id: gain }\n  - { id: risk, curve: { kind: amount, direction: falling } }\nmethod: { expression: gain / (1 + risk) }\n',
    );
    expect((await outcomeOf({ gain: 30, risk: 2 }, '--rubric', file)).raw).toBe(10);
  });

  it.each([
    [{ reach: 450, impact: 3, confidence: 1 }],
    [{ reach: 450, impact: 3, confidence: 1, effort: null }],
    [{ reach: 450, impact: 3, confidence: 1, effort: '' }],
  ])('leaves a blank unknown, never zero: %j', async (signals) => {
    const { raw, score, low, high, missing } = await outcomeOf(signals, '--preset', 'rice');
    expect([raw, score, missing.map(({ id }) => id)]).toEqual([null, null, ['effort']]);
    const learned = await outcomeOf({ ...signals, effort: 2 }, '--preset', 'rice');
    expect(learned.score).toBeGreaterThanOrEqual(low);
    expect(learned.score).toBeLessThanOrEqual(high);
  });

  it('reads like this in a terminal', async () => {
    expect(await runSignals(words({ costOfDelay: 30, duration: 4 }, '--preset', 'cd3'))).toBe(
      [
        'CD3: 7.5 → 18.6 of 100 · can wait',
        '    20.2  Cost of delay 30',
        '    -7.6  Duration 4',
        '     6.0  Starting point',
      ].join('\n'),
    );
    expect(await runSignals(words({ duration: 4 }, '--preset', 'cd3'))).toContain(
      'missing: Cost of delay, nobody filled it (0–100)',
    );
  });

  it('scores by the default rubric too', async () => {
    expect(await outcomeOf({ priority: 'High', effort: 3 }, '--preset', 'pillars')).toMatchObject({
      raw: null,
      score: 27.4,
    });
  });

  it.each([
    [
      'no effort at all',
      words({ effort: 0 }, '--preset', 'rice'),
      "effort: 0 is less than the rubric's least, which is above 0",
    ],
    [
      'a negative duration',
      words({ duration: -1 }, '--preset', 'cd3'),
      "duration: -1 is less than the rubric's least, which is above 0",
    ],
    [
      'a job without size',
      words({ jobSize: 0 }, '--preset', 'wsjf'),
      "jobSize: 0 is less than the rubric's least, which is above 0",
    ],
    [
      'a negative reach',
      words({ reach: -5 }, '--preset', 'rice'),
      "reach: -5 is less than the rubric's least, 0",
    ],
    [
      'a rating off its scale',
      words({ type: 8 }, '--preset', 'user-pain'),
      "type: 8 is more than the rubric's most, 7",
    ],
    [
      'more than certainty',
      words({ confidence: 120 }, '--preset', 'rice'),
      "confidence: 120 is more than the rubric's most, 100",
    ],
    [
      'what is neither a share nor a percentage',
      words({ confidence: 1.5 }, '--preset', 'rice'),
      'confidence: 1.5 is neither a share (0–1) nor a percentage (2–100)',
    ],
    [
      'a number that nobody can reckon with',
      words({ reach: 1e308 }, '--preset', 'rice'),
      'reach: 1e+308 is more than what is reckoned with, 1000000000000000',
    ],
    [
      'a number without end',
      ['--signals', '{"reach":1e400}', '--preset', 'rice'],
      'reach: Infinity is not a number',
    ],
    [
      'a name that the method does not know',
      words({ investment: 4 }, '--preset', 'rice'),
      'no criterion is called "investment": use reach, impact, confidence, effort',
    ],
    [
      'a value given twice',
      words({ reach: 10, Reach: 20 }, '--preset', 'rice'),
      'Reach: given already, as reach',
    ],
    [
      'a rating beyond the scale that one weighs by',
      words({ value: 12 }, '--preset', 'weighted'),
      "value: 12 is not on the rubric's scale, 0 to 10",
    ],
    [
      'a rating before the scale that one weighs by',
      words({ value: -1 }, '--preset', 'weighted'),
      "value: -1 is not on the rubric's scale, 0 to 10",
    ],
    [
      'text for a number',
      words({ reach: 'many' }, '--preset', 'rice'),
      'reach: "many" is not a number',
    ],
    [
      'a list for a number',
      words({ reach: [1] }, '--preset', 'rice'),
      'reach: [1] is not a number',
    ],
    [
      'an option that the matrix does not know',
      words({ impact: 'Huge' }, '--preset', 'impact-urgency'),
      'impact: "Huge" is no name that the rubric knows',
    ],
    [
      'a number for an option',
      words({ impact: 4 }, '--preset', 'impact-urgency'),
      'impact: 4 is not text',
    ],
    [
      'evidence',
      words({ incidents: 3 }, '--preset', 'pillars'),
      'incidents: follows from links and evidence',
    ],
    [
      'a preset that is none',
      words({}, '--preset', 'rise'),
      'No preset is called rise: use pillars, rice, wsjf',
    ],
    [
      'an option that is none',
      words({}, '--preset', 'ice', '--option', 'sum'),
      'The preset ice has no option sum: use product or mean',
    ],
    [
      'an option of a preset without any',
      words({}, '--preset', 'rice', '--option', 'mean'),
      'The preset rice has no options',
    ],
    ['an option without preset', words({}, '--option', 'mean'), '--option needs --preset'],
    ['a preset without values', ['--preset', 'rice'], '--preset and --option need --signals'],
    [
      'values that are no JSON',
      ['--signals', 'reach=4', '--preset', 'rice'],
      '--signals is not JSON',
    ],
    [
      'values that are a list',
      ['--signals', '[4]', '--preset', 'rice'],
      '--signals is one JSON object',
    ],
    ['a file beside the values', [...words({}), 'export.json'], 'so name no file'],
    ['an option nobody knows', [...words({}), '--csv', 'x'], "Unknown option '--csv'"],
    [
      'a rubric that is not there',
      words({}, '--rubric', 'nowhere.yaml'),
      'The rubric nowhere.yaml cannot be read',
    ],
  ])('refuses %s', async (_, argv, message) => {
    expect(await refusalOf(argv)).toContain(message);
  });

  it('names every value that makes no sense at once', async () => {
    expect(
      (await refusalOf(words({ reach: 'many', effort: 0, ipmact: 2 }, '--preset', 'rice'))).split(
        '\n',
      ),
    ).toHaveLength(4);
  });

  it('refuses a rubric with problems, and lists them', async () => {
    const file = fileWith('method: { expression: reach * impcat / effort }\n');
    expect(await refusalOf(words({}, '--preset', 'rice', '--rubric', file))).toContain(
      'method.expression: no criterion is called "impcat" (use one of reach, impact, confidence, effort)',
    );
  });
});

describe('the command', () => {
  const pilot = (...argv: readonly string[]) =>
    spawnSync('npm', ['run', '--silent', 'pilot', '--', ...argv], { cwd: ROOT, encoding: 'utf8' });

  it('prints one JSON object and ends well', () => {
    const { status, stdout } = pilot(
      '--signals',
      '{"reach":450,"impact":3,"confidence":1,"effort":2}',
      '--preset',
      'rice',
      '--json',
    );
    expect([status, (JSON.parse(stdout) as Outcome).raw]).toEqual([0, 675]);
  });

  it('ends with 2 and says why on stderr', () => {
    const { status, stdout, stderr } = pilot(
      '--signals',
      '{"effort":0}',
      '--preset',
      'rice',
      '--json',
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('The signals make no sense');
  });
});
