import { describe, expect, it } from 'vitest';
import { mendCase } from '../../src/importers/letter-case.ts';

describe('mendCase', () => {
  it.each([
    ['ECOLE PRIMAIRE PRIVEE HOLISKOL', 'École primaire privée Holiskol'],
    ['IME DE PARON', 'IME de Paron'],
    ['IME L ETOILE', "IME l'Étoile"],
    ['PLACE DU MARCHE', 'Place du Marché'],
    ['ISSENHEIM', 'Issenheim'],
    ['GARE', 'Gare'],
    ['SPAR', 'SPAR'],
    ['CASNAV 35', 'CASNAV 35'],
    ['D420-D23', 'D420-D23'],
    ['LOUIS XIV', 'Louis XIV'],
    ['Ecole démocratique NOESIS', 'Ecole démocratique NOESIS'],
    ['Mairie', 'Mairie'],
    ['', ''],
  ])('name %s', (raw, mended) => {
    expect(mendCase(raw, 'name')).toBe(mended);
  });

  it.each([
    ['1 rue DES MARRONNIERS', '1 rue des Marronniers'],
    ["13 rue D'HALLOUVRY", "13 rue d'Hallouvry"],
    ['1 BIS RUE DU PERE LE TAILLANDIER', '1 Bis Rue du Père le Taillandier'],
    ['3 place Prévert LA-CHAPELLE-DU-LOU', '3 place Prévert La-Chapelle-du-Lou'],
    ['17 rue DU BIGNON ZI SUD-EST', '17 rue du Bignon ZI Sud-Est'],
    ["7 Rue des anciens d'AFN", "7 Rue des anciens d'AFN"],
    ['21 Rue Wilson A', '21 Rue Wilson A'],
    ['Echangeur D 968', 'Echangeur D 968'],
    ['3 Place Louis XIII', '3 Place Louis XIII'],
    ['RD1084', 'RD1084'],
  ])('street %s', (raw, mended) => {
    expect(mendCase(raw, 'street')).toBe(mended);
  });

  it.each([
    ['AMBERIEU-EN-BUGEY', 'Amberieu-en-Bugey'],
    ['CHATILLON SUR CHALARONNE', 'Chatillon sur Chalaronne'],
    ["VILLENEUVE D'ASCQ", "Villeneuve d'Ascq"],
    ['LE VIGEN', 'Le Vigen'],
    ['Vitré', 'Vitré'],
  ])('commune %s', (raw, mended) => {
    expect(mendCase(raw, 'commune')).toBe(mended);
  });

  it('mends sentences and replaces the words given', () => {
    expect(mendCase('UNIQUEMENT SUR RENDEZ-VOUS', 'sentence')).toBe('Uniquement sur rendez-vous');
    expect(mendCase('restauration, Ulis', 'sentence')).toBe('Restauration, Ulis');
    expect(mendCase('Ecole du Parc', 'name', { Ecole: 'École' })).toBe('École du Parc');
  });
});
