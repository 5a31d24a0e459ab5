import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bookletJsonSchema } from '../../src/spec/booklet-json-schema.ts';
import { brief, readText, withHead } from './booklet-folder.ts';

const accepts = new Ajv({ strict: false }).compile({ ...bookletJsonSchema(), $schema: undefined });

function fitOf(more: string) {
  const { spec, found } = readText(withHead(more));
  expect(found).toEqual([]);
  expect(accepts(parse(withHead(more)))).toBe(true);
  return spec?.fit;
}

describe('the page count that a booklet asks for', () => {
  test('is nothing when it says nothing', () => {
    expect(fitOf('')).toBeUndefined();
  });

  test('is one number, written in French or in English, short or long', () => {
    const exact = { pages: { least: 24, most: 24 } };
    expect(fitOf('fit: 24')).toEqual(exact);
    expect(fitOf('fit: {pages: 24}')).toEqual(exact);
    expect(fitOf('ajuster: {pages: 24}')).toEqual(exact);
    expect(fitOf('ajuster: {pages: {au-moins: 24, au-plus: 24}}')).toEqual(exact);
  });

  test('may have one bound only, and a floor', () => {
    expect(fitOf('fit: {pages: {at-most: 24}}')).toEqual({ pages: { least: 1, most: 24 } });
    expect(fitOf('ajuster: {pages: {au-moins: 8, au-plus: 24}, corps-minimal: 8.5}')).toEqual({
      pages: { least: 8, most: 24 },
      floor: 8.5,
    });
  });

  test('is refused when it is no count, or a floor that nobody can read', () => {
    const faults = (more: string) => brief(readText(withHead(more)).found);
    expect(faults('fit: {pages: beaucoup}')).toEqual(['3 spec/page-count fit.pages']);
    expect(faults('fit: 0')).toEqual(['3 spec/page-count fit']);
    expect(faults('fit: {pages: 12.5}')).toEqual(['3 spec/page-count fit.pages']);
    expect(faults('fit: {pages: 24, floor: 5}')).toEqual(['3 spec/number fit.floor']);
    expect(faults('fit: {page: 24}')).toContain('3 spec/unknown-key fit.page');
  });

  test('cannot be both at least the larger and at most the smaller', () => {
    const { found } = readText(withHead('ajuster: {pages: {au-moins: 30, au-plus: 24}}'));
    expect(brief(found)).toEqual(['3 spec/fit-bounds ajuster.pages']);
    expect(found[0]?.message.fr).toContain('au moins 30 et d’au plus 24');
  });

  test('must be a multiple of 4 when the output asks for one', () => {
    const { found } = readText(withHead('fit: 22\noutput: {multiple: 4}'));
    expect(brief(found)).toEqual(['3 spec/fit-multiple fit.pages']);
    expect(found[0]?.hint?.en).toBe('Write 20 or 24 pages, or “multiple: 1” under “output”.');
    expect(fitOf('fit: 24\noutput: {multiple: 4}')).toBeDefined();
    expect(fitOf('fit: {pages: {at-most: 22}}\noutput: {multiple: 4}')).toBeDefined();
  });
});

describe('the colours of the output', () => {
  test.each([
    ['complète', 'full'],
    ['gris', 'grey'],
    ['grey', 'grey'],
    ['économe', 'ink-saving'],
    ['ink-saving', 'ink-saving'],
  ])('%s is %s', (written, meant) => {
    const { spec, found } = readText(withHead(`sortie: {couleur: ${written}}`));
    expect(found).toEqual([]);
    expect(spec?.output.colour).toBe(meant);
  });

  test('of another name are refused', () => {
    const { found } = readText(withHead('sortie: {couleur: sépia}'));
    expect(brief(found)).toEqual(['3 spec/unknown-word sortie.couleur']);
  });
});
