import { lookup } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { isPrivateAddress, isPrivateHost, publicLookup } from '../../src/maps/private-address.ts';

describe('isPrivateAddress', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
  ])('refuses %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '192.169.0.1', '2001:4860:4860::8888'])(
    'lets %s through',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );
});

describe('isPrivateHost', () => {
  it.each([
    'http://localhost:8080/',
    'http://tuiles.localhost/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://[::1]/',
    'http://127.1/',
  ])('refuses %s', (url) => {
    expect(isPrivateHost(new URL(url).hostname)).toBe(true);
  });

  it('lets a public name through', () => {
    expect(isPrivateHost('data.geopf.fr')).toBe(false);
  });
});

describe('publicLookup', () => {
  it('refuses a name that leads to a private address', async () => {
    const known = await new Promise((resolve) => lookup('localhost', (error) => resolve(!error)));
    expect(known).toBe(true);
    const error = await new Promise((resolve) =>
      publicLookup('localhost', {}, (problem) => resolve(problem)),
    );
    expect(String(error)).toContain('private address');
  });
});
