import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { impose } from '../../src/imposition/impose.ts';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { metadata, sampleDocument } from './sample.ts';

function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version']).error === undefined;
}

const folder = mkdtempSync(join(tmpdir(), 'proximites-pdf-'));
const files = ['accessible', 'bleed', 'saddle'].map((name) => join(folder, `${name}.pdf`));

beforeAll(async () => {
  const document = sampleDocument();
  const made = [
    await writePdf({ document, metadata, conformance: 'accessible' }),
    await writePdf({
      document,
      metadata,
      conformance: 'print',
      sheets: impose(document, { mode: 'single', bleed: 8.5, cropMarks: true }),
    }),
    await writePdf({
      document,
      metadata,
      conformance: 'print',
      sheets: impose(document, { mode: 'saddle', creep: 0.2 }),
    }),
  ];
  for (const [index, bytes] of made.entries()) writeFileSync(files[index] as string, bytes);
});

afterAll(() => rmSync(folder, { recursive: true }));

function output(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8' });
}

describe.skipIf(!isInstalled('qpdf'))('qpdf (left out where it is not installed)', () => {
  it('finds no error and no warning', () => {
    for (const file of files)
      expect(output('qpdf', '--check', file)).toContain('No syntax or stream');
  });
});

describe.skipIf(!isInstalled('gs'))('Ghostscript (left out where it is not installed)', () => {
  it('paints every page without an error', () => {
    const options = ['-q', '-dPDFSTOPONERROR', '-dNOPAUSE', '-dBATCH', '-sDEVICE=nullpage'];
    for (const file of files) expect(output('gs', ...options, file)).toBe('');
  });
});

describe.skipIf(!isInstalled('pdftotext'))('poppler (left out where it is not installed)', () => {
  it('extracts the text in reading order', () => {
    const lines = output('pdftotext', '-raw', files[0] as string, '-').split('\n');
    const at = ['École & mairie', 'Une liste', 'English words', 'Lundi 9 h–12 h'].map((line) =>
      lines.findIndex((one) => one.includes(line)),
    );
    expect(at).not.toContain(-1);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
  });

  it('reads the structure, with alternate texts and attributes', () => {
    const tree = output('pdfinfo', '-struct-text', files[0] as string);
    expect(tree).toContain('/ListNumbering /Disc');
    expect(tree).toContain('/Scope /Row');
    expect(tree).toContain('/BBox [40 485 90 535]');
  });

  it('finds every font embedded, subset and extractable', () => {
    for (const file of files) {
      const fonts = output('pdffonts', file).trim().split('\n').slice(2);
      expect(fonts).toHaveLength(1);
      expect(fonts[0]).toMatch(
        /^[A-Z]{6}\+SourceSans3-400\s+CID TrueType\s+Identity-H\s+yes yes yes/,
      );
    }
  });
});
