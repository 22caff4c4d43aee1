import {
  blocking,
  checklistOf,
  closingRefusal,
  itemKind,
  nextItem,
} from '../../../src/core/post-mortem/checklist';
import { after, anAction, aPostMortem, completed, template, tick } from './builders';

const open = (of: Parameters<typeof checklistOf>[1]) =>
  checklistOf(template, of)
    .filter(({ done }) => done === null)
    .map(({ id }) => id);

describe('the checklist', () => {
  it('has everything open before and right after it was begun', () => {
    const ids = template.checklist.map(({ id }) => id);
    expect(open(null)).toEqual(ids);
    expect(open(aPostMortem())).toEqual(ids);
  });

  it('ticks what asks for something as soon as that is there, with who and when', () => {
    const owned = checklistOf(
      template,
      after(aPostMortem(), ['mara', { kind: 'owner', owner: 'teo' }]),
    );
    expect(owned.find(({ id }) => id === 'owner')?.done).toMatchObject({
      by: 'mara',
      at: '2026-11-17T10:00:00.000Z',
    });
    expect(open({ ...aPostMortem(), actions: [anAction('PAY-7')] })).not.toContain('actions');
    expect(
      open(
        after(aPostMortem(), [
          'mara',
          { kind: 'noAction', reason: 'the supplier is replaced next month' },
        ]),
      ),
    ).not.toContain('actions');
  });

  it('opens the review again when the reviewer becomes the owner', () => {
    const reviewed = after(aPostMortem({ owner: 'mara' }), [
      'teo',
      { kind: 'review', note: 'fine' },
    ]);
    expect(open(reviewed)).not.toContain('review');
    expect(open(after(reviewed, ['mara', { kind: 'owner', owner: 'teo' }]))).toContain('review');
  });

  it('gives items without an owner or day of their own those of the post-mortem', () => {
    const [, impact] = checklistOf(
      template,
      aPostMortem({
        owner: 'mara',
        items: { timeline: { note: '', link: null, owner: 'omar', due: '2026-11-17', done: null } },
      }),
    );
    expect(impact).toMatchObject({ owner: 'mara', due: '2026-11-19' });
    expect(
      checklistOf(
        template,
        aPostMortem({
          items: {
            timeline: { note: '', link: null, owner: 'omar', due: '2026-11-17', done: null },
          },
        }),
      )[2],
    ).toMatchObject({ owner: 'omar', due: '2026-11-17' });
  });

  it('leads to what closing waits for before what can wait', () => {
    expect(nextItem(checklistOf(template, aPostMortem()))?.id).toBe('owner');
    expect(nextItem(checklistOf(template, completed()))?.id).toBe('shared');
    expect(
      nextItem(
        checklistOf(template, after(completed(), ['mara', { kind: 'shared', how: 'by mail' }])),
      ),
    ).toBeNull();
  });

  it('keeps the issue from closing and names every item that it waits for, and no other', () => {
    const refusal = closingRefusal(
      'PAY-1',
      checklistOf(template, after(completed(), ['mara', tick('detection', 'we looked', false)])),
    );
    expect(refusal).toMatch(
      /PAY-1 cannot be closed yet.* 1 of 9 items is open .*: How long it took to notice/u,
    );
    expect(refusal).not.toContain('Shared');
    expect(closingRefusal('PAY-1', checklistOf(template, null))).toContain('8 of 9');
  });

  it('lets the issue close once nothing blocks', () => {
    const items = checklistOf(template, completed());
    expect(blocking(items)).toEqual([]);
    expect(closingRefusal('PAY-1', items)).toBeNull();
  });

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
    'has an item of the name %s open until somebody ticks it',
    (id) => {
      const own = { ...template, checklist: [{ id, text: 'Tell the bank', required: true }] };
      expect(blocking(checklistOf(own, aPostMortem())).map((item) => item.id)).toEqual([id]);
      expect(itemKind(id)).toBe('hand');
    },
  );
});
