import { describe, expect, it } from 'vitest';
import { infoDictionary, isoDate, xmpPacket } from '../../src/pdf/metadata.ts';
import { metadata } from './sample.ts';

const hostile = { ...metadata, title: 'A & <b> "x" (\\) Ÿ\u0000\ufffe\ud800', author: '</rdf:li>' };

describe('metadata', () => {
  it('escapes titles for XML and drops what XML forbids', () => {
    const xmp = xmpPacket(hostile, 'accessible');
    expect(xmp).toContain(
      '<rdf:li xml:lang="x-default">A &amp; &lt;b&gt; &quot;x&quot; (\\) Ÿ</rdf:li>',
    );
    expect(xmp).toContain('<rdf:li>&lt;/rdf:li&gt;</rdf:li>');
  });

  it('says the same in the information dictionary', () => {
    const info = infoDictionary(hostile);
    expect(info).toContain(
      '/Title<FEFF0041002000260020003C0062003E002000220078002200200028005C002900200178>',
    );
    expect(info).toContain('/Author(</rdf:li>)');
    expect(info).toContain(
      '/CreationDate(D:20250301000000Z)/ModDate(D:20250301000000Z)/Trapped/False',
    );
  });

  it('claims PDF/A-3a and PDF/UA-1, or PDF/A-2u for the press', () => {
    const claims = (xmp: string) => [
      /<pdfaid:part>(.)/.exec(xmp)?.[1],
      /<pdfaid:conformance>(.)/.exec(xmp)?.[1],
      /<pdfuaid:part>(.)/.exec(xmp)?.[1],
    ];
    expect(claims(xmpPacket(metadata, 'accessible'))).toEqual(['3', 'A', '1']);
    expect(claims(xmpPacket(metadata, 'print'))).toEqual(['2', 'U', undefined]);
  });

  it('reads dates in UTC and refuses others', () => {
    expect(isoDate('2025-03-01')).toBe('2025-03-01T00:00:00Z');
    expect(isoDate('2025-03-01T10:00:00+02:00')).toBe('2025-03-01T08:00:00Z');
    expect(() => isoDate('mars')).toThrow('"mars"');
  });
});
