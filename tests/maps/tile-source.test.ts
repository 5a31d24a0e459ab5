import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/diagnostics/diagnostic.ts';
import { type SourceChoice, tileSource } from '../../src/maps/tile-source.ts';

const own = { base: 'https://tuiles.example.org/{z}/{x}/{y}.png', credit: '© Mairie de Lise' };

function refusal(choice: SourceChoice): string {
  try {
    tileSource(choice);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map((each) => each.code).join();
    throw error;
  }
  return 'accepted';
}

describe('tileSource', () => {
  it('is none without tiles', () => {
    expect(tileSource({ base: 'none' })).toBeUndefined();
    expect(tileSource({ base: 'outline' })).toBeUndefined();
  });

  it('knows the IGN and its credit', () => {
    const source = tileSource({ base: 'ign' });
    expect(source?.host).toBe('data.geopf.fr');
    expect(source?.credit).toBe('© IGN – Plan IGN v2');
    expect(source?.maxZoom).toBe(19);
    expect(source?.template).toContain('TILEMATRIX={z}&TILEROW={y}&TILECOL={x}');
  });

  it('takes a template of one’s own with its credit', () => {
    expect(tileSource({ ...own, maxZoom: 17 })).toMatchObject({
      host: 'tuiles.example.org',
      credit: '© Mairie de Lise',
      maxZoom: 17,
    });
  });

  it.each([
    ['maps/unknown-base', { base: 'ing' }],
    ['maps/unknown-base', { base: 'file:///etc/{z}/{x}/{y}' }],
    ['maps/unknown-base', { base: 'gopher://a.example.org/{z}/{x}/{y}' }],
    ['maps/unknown-base', { base: 'https://a.example.org/{z}/{x}/{y}\r\nHost: b' }],
    ['maps/tile-credentials', { ...own, base: 'https://u:p@a.example.org/{z}/{x}/{y}' }],
    ['maps/tile-template', { ...own, base: 'https://a.example.org/{z}/{x}.png' }],
    ['maps/tile-template', { ...own, base: 'https://{s}.example.org/{z}/{x}/{y}.png' }],
    ['maps/tile-template', { ...own, base: 'https://a.example.org/{z}/{x}/{y}/{y}.png' }],
    ['maps/no-credit', { base: own.base }],
    ['maps/no-credit', { base: own.base, credit: '  ' }],
    ['maps/osm-policy', { ...own, base: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png' }],
    ['maps/osm-policy', { ...own, base: 'https://a.tile.openstreetmap.org/{z}/{x}/{y}.png' }],
    ['maps/private-address', { ...own, base: 'http://169.254.169.254/{z}/{x}/{y}' }],
    ['maps/private-address', { ...own, base: 'http://[::1]:8080/{z}/{x}/{y}' }],
  ] as const)('says %s', (code, choice) => {
    expect(refusal(choice)).toBe(code);
  });

  it('takes a private address when told to', () => {
    expect(refusal({ ...own, base: 'http://127.0.0.1:8080/{z}/{x}/{y}', allowPrivate: true })).toBe(
      'accepted',
    );
  });
});
