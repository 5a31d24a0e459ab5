import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { resourcePath } from '../../src/resources.ts';
import { checkPdf } from '../../src/verify/check-pdf.ts';
import { PageTexts } from '../../src/verify/page-text.ts';
import { PdfReader } from '../../src/verify/pdf-reader.ts';
import { pagesOf } from '../../src/verify/pdf-trees.ts';
import { PdfStream } from '../../src/verify/pdf-values.ts';
import { metadata, openFace, page, paged, tag, text } from './sample.ts';

const files = readdirSync(resourcePath('fonts'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ttf'))
  .sort();

const letters = 'ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ àâæçéèêëîïôœùûüÿ ß ñ «\u00a0fi\u00a0» 0123456789 – — … € № 1ᵉʳ';

describe('embedded fonts', () => {
  it('finds the fonts that ship', () => {
    expect(files.length).toBeGreaterThan(5);
  });

  it('embeds every font that ships with accented letters, extractable and of the right width', async () => {
    const root = tag('Document', null);
    const faces = files.map((file) => openFace(file));
    const lines = faces.map((face) =>
      [...letters].filter((letter) => face.has(letter.codePointAt(0) ?? 0)).join(''),
    );
    const fragments = faces.map((face, index) =>
      text(lines[index] as string, { x: 10, y: 20 + index * 20 }, { face, tag: tag('P', root) }),
    );
    const made = await writePdf({
      document: paged([page(0, fragments)]),
      metadata,
      conformance: 'accessible',
    });
    expect(checkPdf(made)).toEqual([]);
    const reader = new PdfReader(made);
    const [first] = pagesOf(reader);
    if (!first) throw new Error('no page');
    expect(new PageTexts(reader).text(first)).toBe(lines.join(''));
  });

  it('starts a new string where the face changes, at the width set so far', async () => {
    const [one, two] = files.map((file) => openFace(file));
    if (!one || !two) throw new Error('no fonts');
    const runs = [one, two].flatMap((face) => text('ab', { x: 0, y: 0 }, { face }).runs);
    const fragment = text('', { x: 50, y: 95 }, { face: one, runs, size: 10, tag: tag('P', null) });
    const made = await writePdf({
      document: paged([page(0, [fragment])]),
      metadata,
      conformance: 'accessible',
    });
    const reader = new PdfReader(made);
    const stream = reader.resolve(pagesOf(reader)[0]?.dict.get('Contents'));
    if (!(stream instanceof PdfStream)) throw new Error('no content');
    const content = reader.decode(stream).toString('latin1');
    const width = ((runs[0]?.width ?? 0) * 10) / 1000;
    const [, moved] = [...content.matchAll(/([-.\d]+) [-.\d]+ Td/g)].map((match) =>
      Number(match[1]),
    );
    expect(moved).toBeCloseTo(width, 1);
    expect(content.match(/Tf/g)).toHaveLength(2);
  });
});
