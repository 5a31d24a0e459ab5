import { describe, expect, test } from 'vitest';
import { splitWords, type WordOptions } from '../../src/text/words.ts';

const usual: WordOptions = { lang: 'fr', hyphens: 'auto', noWrap: false };

/** Words with - for a cut with a hyphen, | for one without; _ for a blank, ¶ for a line end. */
function show(text: string, options: Partial<WordOptions> = {}): string {
  return splitWords(text, { ...usual, ...options })
    .map((token) => {
      if (token.kind === 'space') return '_';
      if (token.kind === 'break') return '¶';
      let shown = '';
      let from = 0;
      for (const { at, hyphen } of token.points) {
        shown += `${token.text.slice(from, at)}${hyphen ? '-' : '|'}`;
        from = at;
      }
      return shown + token.text.slice(from);
    })
    .join(' ');
}

describe('splitWords', () => {
  test.each([
    ['deux mots', 'deux _ mots'],
    ['  bords  ', '_ bords _'],
    ['un\tdeux\r\ntrois\u2028quatre', 'un _ deux _ ¶ trois ¶ quatre'],
    ['fine\u2009ici et\u3000là', 'fine _ ici _ et _ là'],
    ['12\u00a0000\u202f€ non\u2011sens', '12\u00a0000\u202f€ _ non\u2011sens'],
    ['', ''],
  ])('finds the blanks of %j', (text, expected) => {
    expect(show(text, { hyphens: 'none' })).toBe(expected);
  });

  test.each([
    ['intercommunalité', 'in-ter-com-mu-na-lité'],
    ['l’établissement', 'l’éta-blis-se-ment'],
    ['(médiathèque),', '(mé-dia-thèque),'],
    ['SNCF', 'SNCF'],
    ['COMMUNAUTÉ', 'COMMUNAUTÉ'],
    ['communauté2', 'communauté2'],
    ['mot', 'mot'],
  ])('hyphenates %s by the patterns', (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  test('hyphenates only when asked', () => {
    expect(show('intercommunalité', { hyphens: 'manual' })).toBe('intercommunalité');
    expect(show('intercommunalité', { hyphens: 'none' })).toBe('intercommunalité');
    expect(show('Öffnungszeiten', { lang: 'de' })).toBe('Öff-nungs-zei-ten');
    expect(show('Öffnungszeiten', { lang: 'xx' })).toBe('Öffnungszeiten');
  });

  test('soft hyphens become points, leave the text, and silence the patterns', () => {
    const soft = 'inter\u00adcommunalité';
    expect(show(soft, { hyphens: 'manual' })).toBe('inter-communalité');
    expect(show(soft)).toBe('inter-communalité');
    expect(show(soft, { hyphens: 'none' })).toBe('intercommunalité');
    expect(show('\u00adabcd\u00ad')).toBe('abcd');
    expect(show('\u00ad')).toBe('');
  });

  test('zero-width spaces cut without a hyphen', () => {
    expect(show('abcd\u200befgh', { hyphens: 'none' })).toBe('abcd|efgh');
  });

  test.each([
    ['Saint-Étienne-du-Bois', 'Saint-|Étienne-|du-|Bois'],
    ['Villedieu-l’Église', 'Villedieu-|l’Église'],
    ['vis-à-vis', 'vis-à-vis'],
    ['et/ou', 'et/|ou'],
    ['km/h', 'km/h'],
    ['9-12', '9-12'],
    ['2025-2026', '2025-2026'],
    ['lun.–ven.', 'lun.–ven.'],
    ['Ambert–Thiers', 'Ambert–|Thiers'],
  ])('cuts %s after its own signs', (text, expected) => {
    expect(show(text, { hyphens: 'none' })).toBe(expected);
  });

  test.each([
    [
      'https://www.example.fr/services/etat-civil?x=1&y=20',
      'https://|www|.example|.fr/|services/|etat|-civil|?x|=1|&y|=20',
    ],
    ['www.example.fr', 'www|.example|.fr'],
    ['mairie.accueil@example.fr', 'mairie|.accueil|@example|.fr'],
    ['(contact_jeunes@example.org)', '(contact|_jeunes|@example|.org)'],
    ['tourisme.example.fr', 'tourisme|.example|.fr'],
  ])('cuts the address %s before its signs, never with a hyphen', (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  test('abbreviations are no addresses', () => {
    expect(show('E.R.E.A.')).toBe('E.R.E.A.');
    expect(show('etc.…')).toBe('etc.…');
  });

  test('noWrap leaves words whole and invisible signs out', () => {
    expect(show('inter\u00adcommunalité Saint-Flour', { noWrap: true })).toBe(
      'intercommunalité _ Saint-Flour',
    );
  });

  test('the same word gives the same token', () => {
    const [first] = splitWords('communauté', usual);
    const [, , again] = splitWords('la communauté', { ...usual });
    expect(again).toBe(first);
    expect(splitWords('communauté', { ...usual, lang: 'en' })[0]).not.toBe(first);
  });

  test('a word of 100,000 letters takes no time and gets no points', () => {
    const started = performance.now();
    const [token] = splitWords('a'.repeat(100_000), usual);
    expect(token).toMatchObject({ kind: 'word', points: [] });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
