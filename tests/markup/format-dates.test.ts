import { describe, expect, it } from 'vitest';
import { formatClosures, formatDate } from '../../src/markup/format-dates.ts';

const plain = (text: string) => text.replaceAll('\u00a0', '~');

describe('formatDate', () => {
  it.each([
    ['2026-04-01', 'fr', '1er~avril~2026'],
    ['2026-12-31', 'fr-FR', '31~décembre~2026'],
    ['2026-12-31T08:00:00Z', 'en', '31~December~2026'],
    ['2026-12-31', 'de', '31.~Dezember~2026'],
    ['2026-12-31', 'es', '31~de~diciembre de~2026'],
    ['2026-01-01', 'it', '1º~gennaio~2026'],
    ['2026-03-08', 'nl', '8~maart~2026'],
    ['2026', 'fr', '2026'],
    ['bientôt', 'fr', 'bientôt'],
  ])('%s in %s', (iso, language, words) => {
    expect(plain(formatDate(iso, language))).toBe(words);
  });
});

describe('formatClosures', () => {
  it.each([
    ['2026-12-24', '2026-12-31', 'fermé du 24 au 31~décembre~2026 (congés)'],
    ['2026-07-24', '2026-08-02', 'fermé du 24~juillet au 2~août~2026 (congés)'],
    ['2026-12-24', '2027-01-02', 'fermé du 24~décembre~2026 au 2~janvier~2027 (congés)'],
    ['2026-05-01', '2026-05-01', 'fermé le 1er~mai~2026 (congés)'],
    ['2026-08-01', '2026-08-15', 'fermé du 1er au 15~août~2026 (congés)'],
  ])('%s to %s', (from, to, words) => {
    expect(formatClosures([{ from, to, reason: 'congés' }], 'fr').map(plain)).toEqual([words]);
  });

  it('sorts by date, without a reason when there is none', () => {
    const closures = [
      { from: '2026-12-24', to: '2026-12-31' },
      { from: '2026-05-01', to: '2026-05-01' },
    ];
    expect(formatClosures(closures, 'en').map(plain)).toEqual([
      'closed on 1~May~2026',
      'closed from 24 to 31~December~2026',
    ]);
  });
});
