import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/diagnostics/diagnostic.ts';
import { decodeTable } from '../../src/importers/decode-table.ts';

const text = 'nom;ville\nÉcole d’été;Brécé œ €\n';
const utf16 = Buffer.from(text, 'utf16le');
const swapped = Buffer.from(utf16).swap16();
const windows = Buffer.from(
  [...text].map(
    (character) => ({ '’': 0x92, œ: 0x9c, '€': 0x80 })[character] ?? character.charCodeAt(0),
  ),
);

describe('decodeTable', () => {
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
    ['utf-16le', utf16],
    ['utf-16be', swapped],
    ['windows-1252', windows],
  ])('finds %s', (encoding, bytes) => {
    const decoded = decodeTable(bytes, 'f');
    expect(decoded).toMatchObject({ text, encoding });
    expect(decoded.guess?.code).toBe(
      encoding === 'windows-1252' ? 'import/encoding-guessed' : undefined,
    );
  });

  it('takes the encoding asked for, and stops on one that is none', () => {
    expect(decodeTable(Buffer.from([0x8e]), 'f', 'macintosh').text).toBe('é');
    expect(() => decodeTable(windows, 'f', 'klingon')).toThrow(InputError);
  });
});
