import { answerKind, writeOf, type EditableField } from '../../../src/core/issue/editable-field';

const field = (facts: Partial<EditableField>): EditableField => ({
  id: 'customfield_1',
  name: 'Segment',
  type: 'option',
  ...facts,
});
const written = (value: unknown) => ({ ok: true, value });

describe('what is written into a field', () => {
  it('is the number, the day or the moment, and the person', () => {
    expect(writeOf(field({ type: 'number' }), { kind: 'number', value: 3 })).toEqual(written(3));
    expect(writeOf(field({ type: 'date' }), { kind: 'date', day: '2026-12-31' })).toEqual(
      written('2026-12-31'),
    );
    expect(writeOf(field({ type: 'datetime' }), { kind: 'date', day: '2026-12-31' })).toEqual(
      written('2026-12-31T12:00:00.000+0000'),
    );
    expect(writeOf(field({ type: 'user' }), { kind: 'person', accountId: 'ann' })).toEqual(
      written({ accountId: 'ann' }),
    );
    expect(
      writeOf(field({ type: 'array', items: 'user' }), { kind: 'person', accountId: 'ann' }),
    ).toEqual(written([{ accountId: 'ann' }]));
  });

  it('is one allowed option or several, by value; components, versions and priorities by id', () => {
    const allowed = [
      { id: '1', label: 'Enterprise' },
      { id: '2', label: 'Growth' },
    ];
    expect(writeOf(field({ allowed }), { kind: 'choice', chosen: ['Growth'] })).toEqual(
      written({ value: 'Growth' }),
    );
    expect(
      writeOf(field({ type: 'array', items: 'option', allowed }), {
        kind: 'choice',
        chosen: ['Growth', 'Enterprise'],
      }),
    ).toEqual(written([{ value: 'Growth' }, { value: 'Enterprise' }]));
    expect(
      writeOf(field({ type: 'array', items: 'component', allowed }), {
        kind: 'choice',
        chosen: ['Growth'],
      }),
    ).toEqual(written([{ id: '2' }]));
    expect(
      writeOf(field({ type: 'priority', allowed }), { kind: 'choice', chosen: ['Enterprise'] }),
    ).toEqual(written({ id: '1' }));
    expect(writeOf(field({ allowed }), { kind: 'choice', chosen: ['Hobby'] })).toEqual({
      ok: false,
      problem: '“Segment” does not take “Hobby” here',
    });
    expect(
      writeOf(field({ allowed }), { kind: 'choice', chosen: ['Growth', 'Enterprise'] }),
    ).toEqual({ ok: false, problem: 'Choose one' });
  });

  it('is a cascading option with or without its second part, which belongs to the first', () => {
    const cascade = field({
      type: 'option-with-child',
      allowed: [{ label: 'Hardware', children: [{ label: 'Screen' }] }, { label: 'Software' }],
    });
    expect(writeOf(cascade, { kind: 'cascading', parent: 'Hardware', child: 'Screen' })).toEqual(
      written({ value: 'Hardware', child: { value: 'Screen' } }),
    );
    expect(writeOf(cascade, { kind: 'cascading', parent: 'Software', child: null })).toEqual(
      written({ value: 'Software' }),
    );
    expect(writeOf(cascade, { kind: 'cascading', parent: 'Software', child: 'Screen' })).toEqual({
      ok: false,
      problem: '“Software” has no “Screen”',
    });
    expect(writeOf(cascade, { kind: 'cascading', parent: 'Other', child: null }).ok).toBe(false);
  });

  it('is labels without spaces, each once', () => {
    const labels = field({ type: 'array', items: 'string', name: 'Labels' });
    expect(writeOf(labels, { kind: 'labels', labels: ['a', 'b', 'a'] })).toEqual(
      written(['a', 'b']),
    );
    expect(writeOf(labels, { kind: 'labels', labels: ['a b'] })).toEqual({
      ok: false,
      problem: 'The label “a b” has a space: Jira takes none',
    });
  });

  it('is nothing that does not fit the field: a number for an option, the 31st of February', () => {
    expect(writeOf(field({}), { kind: 'number', value: 1 })).toEqual({
      ok: false,
      problem: '“Segment” takes no such answer',
    });
    expect(writeOf(field({ type: 'date' }), { kind: 'date', day: '2026-02-31' })).toEqual({
      ok: false,
      problem: '2026-02-31 is no day',
    });
    expect(writeOf(field({ type: 'number' }), { kind: 'number', value: Number.NaN }).ok).toBe(
      false,
    );
    expect(answerKind({ type: 'progress' })).toBeNull();
    expect(answerKind({ type: 'array', items: 'attachment' })).toBeNull();
  });
});
