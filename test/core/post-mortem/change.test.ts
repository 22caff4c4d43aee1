import fc from 'fast-check';
import { blocking, checklistOf } from '../../../src/core/post-mortem/checklist';
import { changed, type PostMortemChange } from '../../../src/core/post-mortem/change';
import { factorIds } from '../../../src/core/terms/factor';
import { LOG_LENGTH, type PostMortem } from '../../../src/core/post-mortem/post-mortem';
import { runs } from '../arbitrary/runs';
import { after, anAuthor, aPostMortem, completed, template, tick } from './builders';

const refused = (of: PostMortem, change: PostMortemChange, author = anAuthor('mara')) => {
  const outcome = changed(of, change, template, author);
  return outcome.ok ? null : outcome;
};

describe('changing a post-mortem', () => {
  it('wants a note or a link before an item is ticked, but not where Ballast lays the evidence out', () => {
    expect(refused(aPostMortem(), tick('detection', ' '))?.why).toContain('Say what was found');
    expect(refused(aPostMortem(), tick('timeline', ''))).toBeNull();
    expect(
      refused(aPostMortem(), {
        kind: 'item',
        id: 'detection',
        note: '',
        link: 'https://example.net/graph',
        owner: null,
        due: null,
        done: true,
      }),
    ).toBeNull();
  });

  it('ticks by hand neither what follows by itself nor what the checklist does not have', () => {
    expect(refused(aPostMortem(), tick('review'))?.why).toContain('once what it asks for');
    expect(refused(aPostMortem(), tick('no-such-item'))?.why).toContain('no such item');
  });

  it('takes no person for a contributing factor', () => {
    const names = anAuthor('mara', { names: ['Omar Haddad', 'Ana'] });
    const factor = (text: string): PostMortemChange => ({
      kind: 'addFactor',
      factor: 'process',
      text,
    });
    expect(refused(aPostMortem(), factor('omar  haddad forgot the flag'), names)?.why).toContain(
      'never a person',
    );
    expect(refused(aPostMortem(), factor('ask @omar'), names)?.why).toContain('never a person');
    expect(
      refused(
        aPostMortem(),
        factor('The flag is easy to forget: nothing shows that it is off'),
        names,
      ),
    ).toBeNull();
  });

  it('is reviewed by somebody else than its owner, and not before it has one', () => {
    expect(refused(aPostMortem(), { kind: 'review', note: '' })?.why).toContain('must own');
    expect(refused(aPostMortem({ owner: 'mara' }), { kind: 'review', note: '' })?.why).toContain(
      'somebody else',
    );
  });

  it('holds back the second of two changes to the same part until its author has seen the first', () => {
    const first = after(aPostMortem(), ['mara', tick('detection', 'by a customer')]);
    expect(
      refused(first, tick('detection', 'by an alert'), anAuthor('teo', { seen: 1 })),
    ).toMatchObject({ stale: true });
    expect(
      refused(first, tick('detection', 'by an alert'), anAuthor('teo', { seen: first.revision })),
    ).toBeNull();
    expect(
      refused(first, tick('detection', 'by a customer, at nine'), anAuthor('mara', { seen: 1 })),
    ).toBeNull();
  });

  it('puts changes to different parts together, whatever both had seen', () => {
    const first = after(aPostMortem(), ['mara', tick('detection', 'by a customer')]);
    const outcome = changed(
      first,
      tick('impact', '40 customers'),
      template,
      anAuthor('teo', { seen: 1 }),
    );
    expect(
      outcome.ok && [outcome.next.items['detection']?.note, outcome.next.items['impact']?.note],
    ).toEqual(['by a customer', '40 customers']);
  });

  it('keeps who ticked an item first when somebody else rewords it', () => {
    const reworded = after(
      aPostMortem(),
      ['mara', tick('detection', 'by a customer')],
      ['teo', tick('detection', 'by two customers')],
    );
    expect(reworded.items['detection']).toMatchObject({
      note: 'by two customers',
      done: { by: 'mara' },
    });
  });

  it('says on which day it was complete, and takes that back when an item is opened again', () => {
    expect(aPostMortem().completed).toBeNull();
    expect(completed().completed).toBe('2026-11-17');
    expect(after(completed(), ['mara', { kind: 'earlier', keys: null }]).completed).toBeNull();
  });

  it('never loses a log line below its length, counts every write, and is complete exactly when nothing blocks', () => {
    const change: fc.Arbitrary<PostMortemChange> = fc.oneof(
      fc.record({ kind: fc.constant('owner' as const), owner: fc.constantFrom('mara', 'teo') }),
      fc.record({
        kind: fc.constant('item' as const),
        id: fc.constantFrom(...template.checklist.map(({ id }) => id)),
        note: fc.string({ maxLength: 30 }),
        link: fc.constant(null),
        owner: fc.constant(null),
        due: fc.constant(null),
        done: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('addFactor' as const),
        factor: fc.constantFrom(...factorIds),
        text: fc.string({ minLength: 1, maxLength: 30 }),
      }),
      fc.record({ kind: fc.constant('earlier' as const), keys: fc.option(fc.constant(['INC-9'])) }),
      fc.record({
        kind: fc.constant('noAction' as const),
        reason: fc.option(fc.constant('not worth it')),
      }),
      fc.record({ kind: fc.constant('review' as const), note: fc.constant('') }),
      fc.record({ kind: fc.constant('shared' as const), how: fc.constant('by mail') }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('mara', 'teo'), change), { maxLength: 40 }),
        (steps) => {
          let record = aPostMortem();
          let taken = 0;
          for (const [by, one] of steps) {
            const outcome = changed(record, one, template, anAuthor(by));
            if (!outcome.ok) continue;
            taken += 1;
            record = outcome.next;
            expect(record.completed !== null).toBe(
              blocking(checklistOf(template, record)).length === 0,
            );
          }
          expect(record.revision).toBe(1 + taken);
          expect(record.log).toHaveLength(Math.min(taken, LOG_LENGTH));
        },
      ),
      runs,
    );
  });
});

describe('a post-mortem in Japanese', () => {
  it('keeps what people wrote, gives up its oldest log lines, and says when it is full', () => {
    const checklist = Array.from({ length: 40 }, (_, n) => ({
      id: `item-${n}`,
      text: '証拠'.repeat(20),
      required: true,
    }));
    const long = { ...template, checklist };
    let [record, refused] = [aPostMortem(), ''];
    for (let n = 0; n < 400 && refused === ''; n += 1) {
      const outcome = changed(
        record,
        {
          kind: 'item',
          id: `item-${n % 40}`,
          note: '障'.repeat(n < 300 ? 1_200 : 4_000),
          link: null,
          owner: null,
          due: null,
          done: false,
        },
        long,
        { by: 'mara', at: '2026-11-17T10:00:00.000Z', seen: record.revision, names: [] },
      );
      if (outcome.ok) record = outcome.next;
      else refused = outcome.why;
      expect(Buffer.byteLength(JSON.stringify(JSON.stringify(record)))).toBeLessThan(230 * 1_024);
    }
    expect(Object.keys(record.items)).toHaveLength(40);
    expect(record.log.length).toBeGreaterThanOrEqual(5);
    expect(refused).toContain('The post-mortem is full: it holds as much text as can be kept');
  });
});
