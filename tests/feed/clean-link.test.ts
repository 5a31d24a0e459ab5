import { describe, expect, it } from 'vitest';
import { cleanEmail, cleanWebsite, splitEmails } from '../../src/feed/clean-link.ts';
import { collecting } from './reports.ts';

describe('cleanWebsite', () => {
  it.each([
    ['https://www.example.fr/a?b=c#d', 'https://www.example.fr/a?b=c#d'],
    ['http://example.org', 'http://example.org'],
    ['www.example.fr', 'https://www.example.fr'],
    ['mairie.example.fr/accueil', 'https://mairie.example.fr/accueil'],
    ['example.fr:8080/x', 'https://example.fr:8080/x'],
    ['https://école.example.fr', 'https://école.example.fr'],
    ['https://example.fr/a b', 'https://example.fr/a%20b'],
  ])('%s becomes %s', (raw, url) => {
    const { report, codes } = collecting();
    expect(cleanWebsite(raw, 'websites', report)).toBe(url);
    expect(codes()).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)//example.fr',
    'data:text/html,<b>x</b>',
    'file:///etc/passwd',
    'https://user:secret@example.fr',
    'https://',
    'en construction',
    'http:/example.fr',
  ])('%s is dropped and said', (raw) => {
    const { report, faults } = collecting();
    expect(cleanWebsite(raw, 'websites', report)).toBeUndefined();
    expect(faults.map((fault) => fault.code)).toEqual(['bad-website']);
  });
});

describe('cleanEmail', () => {
  it('takes off mailto: and refuses what is no address', () => {
    const { report, codes } = collecting();
    expect(cleanEmail('mailto:accueil@example.fr', 'emails', report)).toBe('accueil@example.fr');
    expect(cleanEmail('accueil at example.fr', 'emails', report)).toBeUndefined();
    expect(cleanEmail('a@b@example.fr', 'emails', report)).toBeUndefined();
    expect(codes()).toEqual(['bad-email', 'bad-email']);
  });

  it('parts several addresses', () => {
    expect(splitEmails('a@example.fr; b@example.fr')).toEqual(['a@example.fr', 'b@example.fr']);
    expect(splitEmails('a@example.fr - b@example.fr')).toEqual(['a@example.fr', 'b@example.fr']);
    expect(splitEmails('a @example.fr')).toEqual(['a @example.fr']);
  });
});
