import { describe, expect, it } from 'vitest';
import { describeProperties } from '../../src/style/describe-properties.ts';
import { propertyNames } from '../../src/style/style-warnings.ts';
import { style } from './styled.ts';

const rows = { fr: describeProperties('fr'), en: describeProperties('en') };
const names = rows.en.flatMap(({ name }) => name.split(', '));

describe('describeProperties', () => {
  it('has each property that a sheet may use, once', () => {
    const ofElements = rows.en.filter(({ appliesTo }) => appliesTo !== '@page');
    const described = ofElements.flatMap(({ name }) => name.split(', '));
    expect([...described].sort()).toEqual([...propertyNames].sort());
    expect(new Set(described).size).toBe(described.length);
  });

  it('is complete in both languages, row by row', () => {
    expect(rows.fr.map(({ name }) => name)).toEqual(rows.en.map(({ name }) => name));
    for (const { values, appliesTo, note } of [...rows.fr, ...rows.en]) {
      expect(values).not.toBe('');
      expect(appliesTo).not.toBe('');
      expect(note).not.toBe('');
    }
    const width = rows.fr.find(({ name }) => name.startsWith('width'));
    expect(width).toMatchObject({ values: 'auto | <longueur> | <pourcentage>', initial: 'auto' });
    expect(rows.fr.find(({ name }) => name === 'color')?.inherited).toBe(true);
    expect(names).toContain('folio-reset');
  });

  it('tells initial values that the table takes and that change nothing', () => {
    for (const { name, initial, appliesTo } of rows.en) {
      if (initial === '' || initial.includes('(') || appliesTo === '@page') continue;
      for (const property of name.split(', ')) {
        const { byId } = style(`#x { ${property}: ${initial} }`, '<a id="x">t</a><a id="y">t</a>');
        expect(byId('x').style, property).toBe(byId('y').style);
      }
    }
  });
});
