import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { PdfKeyword, PdfLexer } from '../../src/verify/pdf-lexer.ts';
import { PdfReader } from '../../src/verify/pdf-reader.ts';
import { pagesOf } from '../../src/verify/pdf-trees.ts';
import {
  isArray,
  isDict,
  PdfName,
  PdfRef,
  PdfText,
  type PdfValue,
} from '../../src/verify/pdf-values.ts';
import { metadata, sampleDocument } from '../pdf/sample.ts';

/** A value in a form that is easy to compare. */
function plain(value: PdfValue): unknown {
  if (value instanceof PdfName) return `/${value.name}`;
  if (value instanceof PdfText) return `(${value.text})`;
  if (value instanceof PdfRef) return `${value.id} R`;
  if (value !== null && isArray(value)) return value.map(plain);
  if (isDict(value)) return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]));
  return value;
}

function read(text: string): unknown {
  return plain(new PdfLexer(Buffer.from(text, 'latin1')).value());
}

describe('PdfLexer', () => {
  it('reads every kind of object', () => {
    expect(read('<</A 1/B[true false null -2.5 +.5]/C/D#20E/F 12 0 R/G(x)>>')).toEqual({
      A: 1,
      B: [true, false, null, -2.5, 0.5],
      C: '/D E',
      F: '12 R',
      G: '(x)',
    });
  });

  it('tells references from numbers', () => {
    expect(read('[1 0 R 2 0 3 0 R 4]')).toEqual(['1 R', 2, 0, '3 R', 4]);
    expect(read('[0 0 Rx]'.replace('Rx', '9'))).toEqual([0, 0, 9]);
  });

  it('undoes escapes, nested parentheses and line continuations of strings', () => {
    expect(read('(a\\(b\\)(c)\\\\\\101\\n\\\r\nz)')).toBe('(a(b)(c)\\A\nz)');
    expect(read('<FEFF00e9D83CDFEB>')).toBe('(é🏫)');
    expect(read('<4 1 4>')).toBe('(A@)');
  });

  it('skips comments, and gives operators as keywords', () => {
    const lexer = new PdfLexer(Buffer.from('% note\n1 0 0 rg'));
    expect([lexer.next(), lexer.next(), lexer.next()]).toEqual([1, 0, 0]);
    expect(lexer.next()).toEqual(new PdfKeyword('rg'));
    expect(lexer.ended).toBe(true);
  });

  it('refuses what has no end', () => {
    expect(() => read('(abc')).toThrow('no end');
    expect(() => read('<</A')).toThrow('stands where an object should');
    expect(() => read('[1')).toThrow('in an array');
  });
});

describe('PdfReader', () => {
  const made = writePdf({ document: sampleDocument(), metadata, conformance: 'accessible' });

  it('sees the objects that pdf-lib sees', async () => {
    const bytes = await made;
    const reader = new PdfReader(bytes);
    const other = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(pagesOf(reader).map(({ id }) => id)).toEqual(
      other.getPages().map(({ ref }) => ref.objectNumber),
    );
    const names = other.context.enumerateIndirectObjects().map(([ref]) => ref.objectNumber);
    expect(names.filter((id) => reader.object(id) === null)).toEqual([]);
  });

  it.each([true, false])(
    'reads what pdf-lib saves, object streams: %s',
    async (useObjectStreams) => {
      const other = await PDFDocument.load(await made, { updateMetadata: false });
      const reader = new PdfReader(await other.save({ useObjectStreams }));
      expect(pagesOf(reader)).toHaveLength(2);
      expect(reader.text(reader.catalog.get('Lang'))).toBe('fr');
    },
  );

  it('takes a reference to nothing for null', async () => {
    const reader = new PdfReader(await made);
    expect(reader.resolve(new PdfRef(99999))).toBe(null);
  });
});
