import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { takenIn } from '../../../src/core/post-mortem/taken-in';
import { after, anAuthor, aPostMortem, completed, template } from './builders';
import { changed } from '../../../src/core/post-mortem/change';
import { lastDone } from './builders';

const at = '2026-11-30T09:00:00.000Z';
const second = { severity: 1, incidents: ['INC-2'] } as const;

describe('what comes to a fix that has its post-mortem', () => {
  it('opens a complete one again: its due day counts anew, and what was ticked, found and reviewed is to be looked at once more', () => {
    const next = takenIn(completed(), second, defaultRubric, at);
    expect(next).toMatchObject({
      completed: null,
      incidents: ['INC-1', 'INC-2'],
      severity: 1,
      due: '2026-12-03',
      review: null,
      earlier: null,
      revision: completed().revision + 1,
    });
    expect(next?.items['detection']).toMatchObject({ note: 'we looked', done: null });
    expect(next?.actions).toHaveLength(1);
    expect(next?.log.at(-1)?.by).toBeNull();
    expect(lastDone(next)).toMatch(/opened the post-mortem again, due 2026-12-03: INC-2 /u);
  });

  it('is taken into an open one, where what was ticked stays and the earlier due day counts', () => {
    const open = after(
      aPostMortem({ owner: 'omar' }),
      [
        'mara',
        { kind: 'item', id: 'impact', note: 'x', link: null, owner: null, due: null, done: true },
      ],
      ['teo', { kind: 'review', note: '' }],
    );
    const next = takenIn(open, second, defaultRubric, at);
    expect(next).toMatchObject({ incidents: ['INC-1', 'INC-2'], due: '2026-11-19', review: null });
    expect(next?.items['impact']?.done).not.toBeNull();
  });

  it('gives one that somebody began for less its severity and due day', () => {
    const byHand = aPostMortem({ severity: 3, due: null, incidents: ['INC-1'] });
    expect(takenIn(byHand, { severity: 1, incidents: [] }, defaultRubric, at)).toMatchObject({
      severity: 1,
      due: '2026-12-03',
      incidents: ['INC-1'],
    });
    expect(
      takenIn(aPostMortem({ severity: null, due: null, incidents: [] }), second, defaultRubric, at),
    ).toMatchObject({ severity: 1, due: '2026-12-03', incidents: ['INC-2'] });
  });

  it('changes nothing that is known, nor a severity to a lesser one', () => {
    expect(
      takenIn(completed(), { severity: 1, incidents: ['INC-1'] }, defaultRubric, at),
    ).toBeNull();
    expect(takenIn(completed(), { severity: 2, incidents: [] }, defaultRubric, at)).toBeNull();
    expect(takenIn(completed(), { severity: null, incidents: [] }, defaultRubric, at)).toBeNull();
  });

  it('lets nobody review what they have not seen yet', () => {
    const next = takenIn(completed(), second, defaultRubric, at);
    const late =
      next &&
      changed(
        next,
        { kind: 'review', note: '' },
        template,
        anAuthor('teo', { seen: completed().revision }),
      );
    expect(late).toMatchObject({ ok: false, stale: true });
  });
});
