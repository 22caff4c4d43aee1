import fc from 'fast-check';
import { folded, hasWords } from '../../../src/core/text/whole-words';
import { runs } from '../arbitrary/runs';

const has = (text: string, words: string): boolean => hasWords(folded(text), folded(words));

describe('a text has a word', () => {
  it.each([
    ['Crash on start', 'crash'],
    ['Random CRASH', 'Crash'],
    ['It crashed: crash!', 'crash'],
    ['“crash”', 'crash'],
    ['Café menu is wrong', 'cafe'],
    ['CAFE menu', 'café'],
    ['Cafe\u0301 menu', 'café'],
    ['Die STRASSE fehlt', 'Straße'],
    ['İstanbul office', 'istanbul'],
    ['Η ΟΔΟΣ χάθηκε', 'οδός'],
    ['Обновить ядро', 'ОБНОВИТЬ'],
    ['Support of the new  operating\tsystem', 'operating system'],
    ['tech-debt', 'tech debt'],
    ['tech_debt', 'Tech-Debt'],
    ['tech debt', 'tech_debt'],
    ['Port to C++ 20', 'C++'],
    ['.NET 9', '.net'],
    ['It doesn’t start', "doesn't"],
    ['Ｕｐｇｒａｄｅ', 'upgrade'],
    ['昨日の障害について', '障害'],
    ['CIの更新', 'CI'],
    ['サーバーを更新する', 'サーバー'],
    ['ｻｰﾊﾞｰを更新する', 'サーバー'],
    ['배포를 자동화', '배포'],
    ['升级到Jira 9', '升级'],
    ['升级到Jira 9', 'jira'],
    ['ระบบล่มเมื่อวาน', 'ล่ม'],
    ['Fix 𝒞𝐼 build', 'CI'],
    ['𠮷野家の注文', '𠮷野家'],
  ])('%s: %s', (text, words) => {
    expect(has(text, words)).toBe(true);
  });
});

describe('a text has no word', () => {
  it.each([
    ['crashes', 'crash'],
    ['a specific circuit', 'CI'],
    ['precrash', 'crash'],
    ['CI2', 'CI'],
    ['operating the system', 'operating system'],
    ['system operating', 'operating system'],
    ['カ', 'ガ'],
    ['anything', '-'],
    ['anything', ' '],
    ['', 'crash'],
  ])('%s: %s', (text, words) => {
    expect(has(text, words)).toBe(false);
  });
});

it('a text has each of its own words, however it is written', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('crash', 'Größe', 'C++', '障害', 'ÉTÉ', 'İ', 'x9', 'ﬁx'), {
        minLength: 1,
      }),
      fc.constantFrom(' ', '-', ', ', '_', '\u00a0', ' — '),
      (words, between) => {
        const text = words.join(between);
        for (const word of words) {
          expect(has(text, word)).toBe(true);
          expect(has(text.toUpperCase(), word)).toBe(true);
          expect(has(text.normalize('NFD'), word)).toBe(true);
        }
        expect(folded(folded(text))).toBe(folded(text));
      },
    ),
    runs,
  );
});

it('any text at all is looked through without harm', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
      (text, words) => {
        expect(typeof has(text, words)).toBe('boolean');
      },
    ),
    runs,
  );
});
