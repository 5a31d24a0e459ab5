import { describe, expect, it } from 'vitest';
import { mailHref, phoneText, telHref, webHref, webLabel } from '../../src/markup/contact-text.ts';
import { emergencyNumbers } from '../../src/markup/emergency-numbers.ts';
import { ordinalsHtml } from '../../src/markup/ordinals.ts';
import { templateFunctions } from '../../src/markup/template-functions.ts';
import { templateWord, templateWords } from '../../src/markup/words.ts';

function call(name: string, language: string, ...given: readonly unknown[]): unknown {
  const scope = { language, block: () => '', otherwise: () => '' };
  return templateFunctions[name]?.call(given, scope);
}

describe('phoneText and telHref', () => {
  it.each([
    ['0199001234', '01 99 00 12 34', 'tel:+33199001234'],
    ['01.99.00.12.34', '01 99 00 12 34', 'tel:+33199001234'],
    ['+33 1 99 00 12 34', '01 99 00 12 34', 'tel:+33199001234'],
    ['+33 (0)1 99 00 12 34', '01 99 00 12 34', 'tel:+33199001234'],
    ['0033199001234', '01 99 00 12 34', 'tel:+33199001234'],
    ['0639981234', '06 39 98 12 34', 'tel:+33639981234'],
    ['0261911234', '02 61 91 12 34', 'tel:+33261911234'],
    ['0800123456', '0 800 123 456', 'tel:+33800123456'],
    ['0262000000', '02 62 00 00 00', 'tel:+262262000000'],
    ['0596000000', '05 96 00 00 00', 'tel:+596596000000'],
    ['15', '15', 'tel:15'],
    ['3919', '39 19', 'tel:3919'],
    ['116117', '116 117', 'tel:116117'],
    ['+49 30 1234567', '+49 30 1234567', 'tel:+49301234567'],
    ['voir mairie', 'voir mairie', ''],
    ['01 99 00 12 34 / 35', '01 99 00 12 34 / 35', ''],
    ['', '', ''],
  ])('%s', (number, shown, href) => {
    expect(phoneText(number).replaceAll('\u202f', ' ')).toBe(shown);
    expect(phoneText(number)).not.toContain(' ');
    expect(telHref(number)).toBe(href);
  });
});

describe('links', () => {
  it.each([
    ['a@example.fr', 'mailto:a@example.fr'],
    [' a+b@example.org ', 'mailto:a+b@example.org'],
    ['a?subject=x@example.fr', 'mailto:a%3Fsubject=x@example.fr'],
    ['é@example.fr', 'mailto:%C3%A9@example.fr'],
    ['a at example.fr', ''],
    ['a@b', ''],
    ['"><script>@example.fr', ''],
  ])('mailHref %s', (address, expected) => {
    expect(mailHref(address)).toBe(expected);
  });

  it.each([
    ['https://www.example.fr/', 'www.example.fr', 'https://www.example.fr/'],
    ['HTTP://example.fr/a/', 'example.fr/a', 'HTTP://example.fr/a/'],
    ['www.example.fr', 'www.example.fr', 'https://www.example.fr'],
    ['example.fr/a?b=c#d', 'example.fr/a?b=c#d', 'https://example.fr/a?b=c#d'],
    ['javascript:alert(1)', 'javascript:alert(1)', ''],
    ['ftp://example.fr', 'ftp://example.fr', ''],
    ['pas de site', 'pas de site', ''],
  ])('web %s', (url, label, href) => {
    expect(webLabel(url)).toBe(label);
    expect(webHref(url)).toBe(href);
  });
});

describe('ordinalsHtml', () => {
  it.each([
    ['le 1er mai, la 2e et la 3ème', 'le 1<sup>er</sup> mai, la 2<sup>e</sup> et la 3<sup>e</sup>'],
    ['la 1re, la 1ère et le 2nd', 'la 1<sup>re</sup>, la 1<sup>re</sup> et le 2<sup>nd</sup>'],
    ['XIXe siècle, François Ier', 'XIX<sup>e</sup> siècle, François I<sup>er</sup>'],
    ['1st 2nd 3rd 4th', '1<sup>st</sup> 2<sup>nd</sup> 3<sup>rd</sup> 4<sup>th</sup>'],
    ['12 est, 3elles, A2e, VIE, Ville', '12 est, 3elles, A2e, VIE, Ville'],
    ['<b> & 1er', '&lt;b&gt; &amp; 1<sup>er</sup>'],
  ])('%s', (text, html) => {
    expect(ordinalsHtml(text).toHTML()).toBe(html);
  });
});

describe('template functions', () => {
  it.each<[string, string, readonly unknown[], unknown]>([
    ['eq', 'fr', ['a', 'a'], true],
    ['ne', 'fr', ['a', 'a'], false],
    ['gt', 'fr', [3, 2], true],
    ['lt', 'fr', [3, 2], false],
    ['and', 'fr', [1, 'a', []], false],
    ['and', 'fr', [1, 'a', [0]], true],
    ['or', 'fr', ['', [], 'b'], 'b'],
    ['or', 'fr', ['', 0], false],
    ['not', 'fr', [[]], true],
    ['default', 'fr', [undefined, 'x'], 'x'],
    ['default', 'fr', [0, 'x'], 0],
    ['join', 'fr', [['a', '', 'b'], ' · '], 'a · b'],
    ['upper', 'fr', ['école'], 'ÉCOLE'],
    ['lower', 'fr', ['ÉCOLE'], 'école'],
    ['numeral', 'fr', [12345.5], '12\u202f345,5'],
    ['numeral', 'en', [-1234567], '−1,234,567'],
    ['numeral', 'fr', ['x'], ''],
    ['plural', 'fr', [0, 'service', 'services'], '0\u00a0service'],
    ['plural', 'fr', [1, 'service', 'services'], '1\u00a0service'],
    ['plural', 'fr', [1200, 'service', 'services'], '1\u202f200\u00a0services'],
    ['plural', 'en', [0, 'service', 'services'], '0\u00a0services'],
    ['date', 'fr', ['2026-04-01'], '1er\u00a0avril\u00a02026'],
    ['date', 'fr', ['bientôt'], 'bientôt'],
    ['localized', 'en', [{ fr: 'a', en: 'b' }], 'b'],
    ['localized', 'en-GB', [{ fr: 'a', en: 'b' }], 'b'],
    ['localized', 'de', [{ fr: 'a', en: 'b' }], 'a'],
    ['localized', 'fr', [{ nl: 'c' }], 'c'],
    ['localized', 'fr', [{ fr: 'a', en: 'b' }, 'en'], 'b'],
    ['localized', 'fr', [undefined], ''],
    ['t', 'fr', ['contents'], 'Sommaire'],
    ['t', 'en', ['contents'], 'Contents'],
    ['t', 'fr', ['colon'], '\u00a0: '],
    ['t', 'de', ['contents'], 'Contents'],
    ['accessIcon', 'fr', ['yes'], 'temaki:wheelchair_active'],
    ['accessLabel', 'fr', ['no'], 'Non accessible en fauteuil roulant'],
    ['accessLabel', 'fr', ['?'], ''],
    ['upper', 'fr', [{}], ''],
  ])('%s (%s) %j', (name, language, given, expected) => {
    expect(call(name, language, ...given)).toBe(expected);
  });

  it('says which word is unknown, and the nearest', () => {
    expect(() => call('t', 'fr', 'content')).toThrow(
      'does not know the word “content” (perhaps “contents”)',
    );
  });

  it('keeps line breaks, escaped', () => {
    expect(String(call('lines', 'fr', 'a <b>\r\nc'))).toBe('a &lt;b&gt;<br>c');
  });

  it('has notes and words in both languages', () => {
    for (const { note } of Object.values(templateFunctions)) {
      expect([note.fr, note.en]).not.toContain('');
    }
    for (const [key, word] of Object.entries(templateWords)) {
      expect([word.fr, word.en], key).not.toContain(undefined);
    }
    expect(templateWord('toString', 'fr')).toBeUndefined();
  });

  it('lists emergency numbers that can be dialled', () => {
    const [fr, en] = [emergencyNumbers('fr'), emergencyNumbers('en-GB')];
    expect(fr.map(({ number }) => number)).toEqual(
      expect.arrayContaining(['112', '15', '17', '18', '114', '119']),
    );
    expect(fr.every(({ number }) => telHref(number) === `tel:${number}`)).toBe(true);
    expect(en[0]?.name).toBe('Emergencies');
  });
});
