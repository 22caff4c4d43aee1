import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { readAt, writeAt } from '../../../static/ui/src/surfaces/settings/draft/document-path';
import {
  afterStep,
  isDirty,
  openedWith,
  type DraftState,
  type DraftStep,
} from '../../../static/ui/src/surfaces/settings/draft/draft-state';
import type { SavedDraft } from '../../../static/ui/src/surfaces/settings/draft/saved-draft';

const published: SavedDraft = {
  document: defaultRubric,
  inherits: ['effort'],
  base: 3,
  revision: 0,
  savedAt: null,
  problems: [],
  warnings: [],
  overtaken: null,
};
const saved = (name: string, second: number): SavedDraft => ({
  ...published,
  document: { ...defaultRubric, name },
  revision: second,
  savedAt: `2026-11-20T09:00:0${second}.000Z`,
});
const naming = (name: string, at: number): DraftStep => ({
  do: 'edit',
  what: 'name',
  at,
  next: (work) => ({ ...work, document: { ...work.document, name } }),
});
const after = (state: DraftState, ...steps: readonly DraftStep[]): DraftState =>
  steps.reduce(afterStep, state);
const nameIn = ({ history }: DraftState): unknown => history.now.document['name'];

describe('a place of a document', () => {
  it('is read and written without touching anything else', () => {
    const document = {
      criteria: [
        { id: 'a', weight: 1 },
        { id: 'b', weight: 2 },
      ],
      name: 'R',
    };
    const changed = writeAt(document, ['criteria', 1, 'weight'], 5);
    expect(readAt(changed, ['criteria', 1, 'weight'])).toBe(5);
    expect(readAt(changed, ['criteria', 0])).toBe(document.criteria[0]);
    expect(document.criteria[1]?.weight).toBe(2);
  });

  it('is made where it was missing, and taken out by undefined', () => {
    expect(writeAt({}, ['curve', 'from', 'x'], 1)).toEqual({ curve: { from: { x: 1 } } });
    expect(writeAt({ curve: { max: 1, min: 0 } }, ['curve', 'max'], undefined)).toEqual({
      curve: { min: 0 },
    });
  });

  it('may be called by a name with a dot in it', () => {
    expect(readAt(writeAt({}, ['members', 'Acme Inc.'], 'growth'), ['members', 'Acme Inc.'])).toBe(
      'growth',
    );
  });
});

describe('a draft', () => {
  const opened = openedWith(published);

  it('is as published until something is changed', () => {
    expect(isDirty(opened)).toBe(false);
    expect(isDirty(after(opened, naming('Ours', 0)))).toBe(true);
  });

  it('takes what was typed in one go as one step back', () => {
    const typed = after(opened, naming('O', 0), naming('Ou', 200), naming('Our', 400));
    expect(nameIn(after(typed, { do: 'undo' }))).toBe('Three pillars');
    const later = after(typed, naming('Ours', 9_000));
    expect(nameIn(after(later, { do: 'undo' }))).toBe('Our');
    expect(nameIn(after(later, { do: 'undo' }, { do: 'redo' }))).toBe('Ours');
  });

  it('is clean once what was sent is kept, and not when more was typed meanwhile', () => {
    const typed = after(opened, naming('Ours', 0));
    const kept: DraftStep = { do: 'kept', draft: saved('Ours', 1), work: typed.history.now };
    expect(isDirty(after(typed, { do: 'save' }, kept))).toBe(false);
    expect(isDirty(after(typed, { do: 'save' }, naming('Ours too', 100), kept))).toBe(true);
  });

  it('shows what another window saved while nothing here would be lost', () => {
    const shown = after(opened, { do: 'seen again', theirs: saved('Theirs', 2) });
    expect(nameIn(shown)).toBe('Theirs');
    expect(isDirty(shown)).toBe(false);
  });

  it('leaves the choice to the person where something would be lost', () => {
    const state = after(opened, naming('Mine', 0), {
      do: 'seen again',
      theirs: saved('Theirs', 2),
    });
    expect(nameIn(state)).toBe('Mine');
    expect(state.phase).toMatchObject({ is: 'overtaken', theirs: { revision: 2 } });
    expect(nameIn(after(state, { do: 'take', draft: saved('Theirs', 2) }))).toBe('Theirs');
    expect(nameIn(after(state, { do: 'take', draft: saved('Theirs', 2) }, { do: 'undo' }))).toBe(
      'Mine',
    );
  });

  it('is not thrown back by an answer that is older than its last save', () => {
    const state = after(
      openedWith(saved('Newer', 5)),
      { do: 'seen again', theirs: saved('Older', 4) },
      { do: 'seen again', theirs: published },
    );
    expect(nameIn(state)).toBe('Newer');
  });

  it('begins anew when somebody published a later version', () => {
    const state = after(openedWith(saved('Mine', 5)), {
      do: 'seen again',
      theirs: { ...published, base: 4, document: { ...defaultRubric, name: 'Published' } },
    });
    expect(nameIn(state)).toBe('Published');
  });

  it('shows an older format and a part of a rubric as they will be', () => {
    const { document } = openedWith({ ...published, document: { schema: 1, name: 'Old' } }).history
      .now;
    expect(document).toMatchObject({
      name: 'Old',
      method: { kind: 'pillars' },
      bands: defaultRubric.bands,
    });
    expect(
      openedWith({ ...published, document: 'nonsense' }).history.now.document['criteria'],
    ).toEqual(defaultRubric.criteria);
  });
});
