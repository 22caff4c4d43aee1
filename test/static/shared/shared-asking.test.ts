import {
  sharedAsking,
  type Message,
  type Post,
} from '../../../static/ui/src/shared/scores/shared-asking';

/** A page whose frames hear each other after a moment, as messages between windows do. */
function aPage({ deaf = false, delayMs = 4 } = {}) {
  const listeners: ((message: Message) => void)[] = [];
  const post: Post = {
    send: (message) => {
      if (!deaf)
        setTimeout(() => {
          for (const listener of listeners) listener(message);
        }, delayMs);
    },
    hear: (listener) => void listeners.push(listener),
  };
  let asked = 0;
  const ask = async (): Promise<string> => {
    asked += 1;
    const mine = asked;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return `answer ${mine}`;
  };
  const clock = {
    now: () => Date.now(),
    wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
  return {
    asked: () => asked,
    ask,
    frame: (me: string) => sharedAsking<string>(me, post, clock),
  };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

async function after<T>(ms: number, work: () => Promise<T>): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return work();
}

async function all(works: readonly Promise<unknown>[]): Promise<readonly unknown[]> {
  const done = Promise.all(works);
  await jest.advanceTimersByTimeAsync(30_000);
  return done;
}

describe('surfaces of one page', () => {
  it.each([0, 2, 20, 60, 150, 1_000])('ask once when they open %d ms apart', async (apart) => {
    const page = aPage();
    const [panel, glance] = [page.frame('panel'), page.frame('glance')];
    const answers = await all([
      panel('10001', page.ask),
      after(apart, () => glance('10001', page.ask)),
    ]);
    expect([answers, page.asked()]).toEqual([['answer 1', 'answer 1'], 1]);
  });

  it('give their answer to one that is opened after it came', async () => {
    const page = aPage();
    const answers = await all([
      page.frame('panel')('10001', page.ask),
      after(500, () => page.frame('glance')('10001', page.ask)),
    ]);
    expect([answers, page.asked()]).toEqual([['answer 1', 'answer 1'], 1]);
  });

  it('ask once again when both hear of a change', async () => {
    const page = aPage();
    const [panel, glance] = [page.frame('panel'), page.frame('glance')];
    await all([panel('10001', page.ask), glance('10001', page.ask)]);
    const answers = await all([panel('10001', page.ask), glance('10001', page.ask)]);
    expect([answers, page.asked()]).toEqual([['answer 2', 'answer 2'], 2]);
  });

  it('ask anew after a change, however fresh the last answer is', async () => {
    const page = aPage();
    const [panel, glance] = [page.frame('panel'), page.frame('glance')];
    await all([panel('10001', page.ask), glance('10001', page.ask)]);
    expect(await all([glance('10001', page.ask)])).toEqual(['answer 2']);
  });

  it('ask each for themselves about different issues', async () => {
    const page = aPage();
    await all([page.frame('a')('10001', page.ask), page.frame('b')('10002', page.ask)]);
    expect(page.asked()).toBe(2);
  });

  it('ask each for themselves where they cannot hear each other', async () => {
    const page = aPage({ deaf: true });
    await all([page.frame('a')('10001', page.ask), page.frame('b')('10001', page.ask)]);
    expect(page.asked()).toBe(2);
  });

  it('ask themselves when the one that asked was refused', async () => {
    const page = aPage();
    const refused = () => Promise.reject(new Error('no answer'));
    const [first, second] = [page.frame('a'), page.frame('b')];
    const answers = await all([
      first('10001', refused).catch(() => 'refused'),
      after(10, () => second('10001', page.ask)),
    ]);
    expect(answers).toEqual(['refused', 'answer 1']);
  });

  it('ask themselves when the one that asked is closed meanwhile', async () => {
    const page = aPage();
    const closed = () => new Promise<string>(() => undefined);
    const [first, second] = [page.frame('a'), page.frame('b')];
    void first('10001', closed);
    expect(await all([after(10, () => second('10001', page.ask))])).toEqual(['answer 1']);
  });
});
