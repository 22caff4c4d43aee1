import { movableClock } from '../../dev/movable-clock';

const START = Date.parse('2026-11-20T09:00:00Z');
const DAY = 86_400_000;

test('it starts where it is told and runs on', async () => {
  const clock = movableClock(START);
  await clock.sleep(20);
  expect(clock.now() - START).toBeGreaterThanOrEqual(15);
  expect(clock.now() - START).toBeLessThan(5_000);
});

test('what becomes due by a jump rings, once, and what is later waits', async () => {
  const clock = movableClock(START);
  const rung: string[] = [];
  clock.schedule(clock.now() + DAY, 'due', () => rung.push('tomorrow'));
  const cancelLater = clock.schedule(clock.now() + 3 * DAY, 'due', () => rung.push('later'));
  clock.advance(2 * DAY);
  await clock.sleep(30);
  expect(rung).toEqual(['tomorrow']);
  cancelLater();
});

test('what was cancelled stays silent through a jump', async () => {
  const clock = movableClock(START);
  let rung = false;
  clock.schedule(clock.now() + DAY, 'due', () => {
    rung = true;
  })();
  clock.advance(2 * DAY);
  await clock.sleep(30);
  expect(rung).toBe(false);
});

test('it does not go back', () => {
  expect(() => {
    movableClock(START).advance(-1);
  }).toThrow(RangeError);
});
