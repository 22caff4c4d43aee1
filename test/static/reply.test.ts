import { NO_ANSWER, Refused, valueOf } from '../../static/ui/src/reply';

function refusalOf(raw: unknown): unknown {
  try {
    valueOf(raw);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
  return 'no refusal';
}

describe('a reply from the backend', () => {
  it('gives its value', () => {
    expect(valueOf({ ok: true, value: { score: 81 } })).toEqual({ score: 81 });
  });

  it('becomes a typed refusal that keeps its words and its seconds', () => {
    const refusal = {
      kind: 'limited',
      what: 'Jira asks us to wait',
      advice: 'Wait',
      retryAfter: 42,
    };
    expect(refusalOf({ ok: false, refusal })).toEqual(refusal);
  });

  it.each([
    [undefined],
    [null],
    ['<html>'],
    [{}],
    [{ ok: 'yes' }],
    [{ ok: false }],
    [{ ok: false, refusal: { kind: 'tired', what: '', advice: '' } }],
  ])('is no answer when it is %j', (raw) => {
    expect(refusalOf(raw)).toEqual(NO_ANSWER);
  });
});
