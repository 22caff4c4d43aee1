import { SENDER_IDS, SENDERS } from '../../../src/core/evidence-feeds/senders';
import { OWN_SIGNATURE } from '../../../src/core/evidence-feeds/signature-scheme';

const schemes = [OWN_SIGNATURE, ...Object.values(SENDERS).map(({ signature }) => signature)];

describe('the table of senders', () => {
  it('has a header for each that no other signs in, so that a delivery is tried against one alone', () => {
    const headers = schemes.map(({ header }) => header);
    expect([...new Set(headers)]).toEqual(headers);
  });

  it('has headers and prefixes in small letters, as they are looked for', () => {
    const texts = schemes.flatMap(({ header, prefix, timeHeader }) => [header, prefix, timeHeader]);
    expect(texts).toEqual(texts.map((one) => one?.toLowerCase() ?? null));
  });

  it('has ids that storage takes as a part of a key', () => {
    expect(SENDER_IDS.filter((id) => !/^[a-z][a-z0-9-]{0,40}$/u.test(id))).toEqual([]);
  });
});
