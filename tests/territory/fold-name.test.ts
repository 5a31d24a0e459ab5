import { describe, expect, it } from 'vitest';
import { foldName, softFold, typographic } from '../../src/territory/fold-name.ts';

describe('foldName', () => {
  it.each([
    ['Saint-Étienne', 'saint etienne'],
    ['ST ETIENNE', 'saint etienne'],
    ['Ste-Marie-aux-Mines', 'sainte marie aux mines'],
    ["L'Haÿ-les-Roses", 'l hay les roses'],
    ['L’Haÿ–les–Roses', 'l hay les roses'],
    ['Chalon s/ Saône', 'chalon sur saone'],
    ['Œuilly', 'oeuilly'],
    ['  Redon  ', 'redon'],
    ['Stains', 'stains'],
    ['Saint-Just', 'saint just'],
  ])('folds %s', (name, key) => {
    expect(foldName(name)).toBe(key);
  });

  it('folds each line of a text as it would fold it alone', () => {
    const names = ['-Été-', "St-Brieuc'", 'Île (L’)', '   '];
    expect(foldName(names.join('\n')).split('\n')).toEqual(names.map(foldName));
  });
});

describe('softFold', () => {
  it('keeps accents, which tell Loire from Loiré', () => {
    expect(softFold('LOIRÉ')).toBe('loiré');
    expect(softFold('Loire')).not.toBe(softFold('Loiré'));
    expect(softFold('L’Isle - d’Abeau')).toBe(softFold("l'isle d'abeau"));
  });
});

describe('typographic', () => {
  it('curls the apostrophe', () => {
    expect(typographic("L'Abergement-de-l'Œuf")).toBe('L’Abergement-de-l’Œuf');
  });
});
