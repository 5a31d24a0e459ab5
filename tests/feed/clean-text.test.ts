import { describe, expect, it } from 'vitest';
import { cleanLine, cleanParagraphs } from '../../src/feed/clean-text.ts';

describe('cleanLine', () => {
  it.each([
    ['Mairie de Brécé', 'Mairie de Brécé', []],
    ['  École \r\n\t maternelle ', 'École maternelle', []],
    ['E\u0301cole', 'École', []],
    ['10\u00a0000\u202fm²', '10\u00a0000\u202fm²', []],
    ['Ma\u0000i\u0007rie', 'Mairie', ['control']],
    ['abc\u202edef\u2066', 'abcdef', ['direction']],
    ['a\ud800b\ufffd', 'ab', ['broken']],
    ['a\ufffeb\uffff\ufdd0', 'ab', ['broken']],
    ['Acc\u00c3\u00a8s', 'Acc\u00c3\u00a8s', ['garbled']],
    ['\ufeffNom', 'Nom', ['control']],
    ['مدرسة\u200f', 'مدرسة\u200f', []],
    ['', '', []],
  ])('%j gives %j', (raw, text, faults) => {
    expect(cleanLine(raw)).toEqual({ text, faults });
  });

  it('cuts a name of 100,000 characters at 300 with an ellipsis, quickly', () => {
    const { text, faults } = cleanLine('x'.repeat(100_000));
    expect([...text]).toHaveLength(300);
    expect(text.endsWith('x…')).toBe(true);
    expect(faults).toEqual(['length']);
  });

  it('counts characters, not code units, and never halves one', () => {
    const faces = '😀'.repeat(300);
    expect(cleanLine(faces)).toEqual({ text: faces, faults: [] });
    expect(cleanLine(`${faces}😀`).text).toBe(`${'😀'.repeat(299)}…`);
  });

  it('keeps 8 stacked marks and takes off the others', () => {
    const { text, faults } = cleanLine(`x${'\u0334'.repeat(50)}y`);
    expect(text).toBe(`x${'\u0334'.repeat(8)}y`);
    expect(faults).toEqual(['marks']);
  });

  it('leaves markup and ampersands as written', () => {
    expect(cleanLine('Dupont & <b>fils</b>').text).toBe('Dupont & <b>fils</b>');
  });
});

describe('cleanParagraphs', () => {
  it('keeps paragraphs and unifies line breaks', () => {
    expect(cleanParagraphs('Un \r\n\r\n\r\n\r\ndeux\rtrois\u2028quatre ').text).toBe(
      'Un\n\ndeux\ntrois\nquatre',
    );
  });

  it('cuts at 5,000 characters', () => {
    expect(cleanParagraphs('mot '.repeat(2000)).faults).toEqual(['length']);
    expect([...cleanParagraphs('mot '.repeat(2000)).text].length).toBeLessThanOrEqual(5000);
  });
});
