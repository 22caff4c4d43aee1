import { readArguments } from '../../../../dev/pilot/arguments';

function backtest(...options: readonly string[]) {
  return readArguments(['file.json', '--backtest', '2016-06-30', ...options]).backtest;
}

describe('the days of a backtest', () => {
  it('are one where only the first is named, or every 90 days up to the last', () => {
    const day = new Date('2016-06-30T12:00:00Z');
    expect(backtest()).toEqual({ from: day, to: day, stepDays: 90 });
    const to = new Date('2017-06-30T12:00:00Z');
    expect(backtest('--to', '2017-06-30')).toEqual({ from: day, to, stepDays: 90 });
    expect(backtest('--to', '2017-06-30', '--step', '7d')?.stepDays).toBe(7);
    expect(readArguments(['file.json']).backtest).toBeNull();
  });

  it.each([
    [['--to', '2016-06-29'], /--to 2016-06-29 is before --backtest 2016-06-30/u],
    [['--to', 'soon'], /--to soon is no date: write it as 2017-12-31/u],
    [['--step', '3 months'], /--step 3 months is no number of days: write it as 90d/u],
    [['--step', '0d'], /--step 0d is no number of days/u],
    [['--as-of', '2016-01-01'], /leave --as-of out/u],
    [['--csv', 'out.csv'], /use --json/u],
  ])('are refused in words: %j', (options, words) => {
    expect(() => backtest(...options)).toThrow(words);
  });

  it('need a first one', () => {
    expect(() => readArguments(['file.json', '--to', '2017-01-01'])).toThrow(/name its first day/u);
    expect(() => readArguments(['file.json', '--step', '90d'])).toThrow(/name its first day/u);
    expect(() => readArguments(['file.json', '--backtest', 'then'])).toThrow(
      /--backtest then is no date/u,
    );
  });
});
