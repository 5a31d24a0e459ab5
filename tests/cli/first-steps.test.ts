import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { resourcePath } from '../../src/resources.ts';
import { emptyFolder, runLine } from './fake-terminal.ts';

const bin = resourcePath('dist', 'cli', 'main.js');

describe('the first steps of a town hall', () => {
  test('the sample table of init imports whole with the sample mapping', async () => {
    const folder = emptyFolder();
    await runLine(['init', '--title', 'Guide', '--territory', 'Redon'], { folder });
    const { code, err } = await runLine(
      [
        'import',
        'csv',
        'services.csv',
        '--mapping',
        'services.mapping.yaml',
        '--out',
        'services.geojson',
      ],
      { folder },
    );
    expect([code, err]).toEqual([0, '']);
    const { features } = JSON.parse(readFileSync(join(folder, 'services.geojson'), 'utf8'));
    expect(features).toHaveLength(2);
    expect(features[0]).toMatchObject({
      id: 'mairie',
      properties: {
        types: ['mairie'],
        address: { postcode: '35600', commune: 'Redon', insee: '35236' },
        openingHours:
          'Mo-Tu 09:00-12:00,14:00-17:00; We 09:00-12:00; Th-Fr 09:00-12:00,14:00-17:00',
        source: { contributor: 'Guide' },
      },
    });
  });
});

describe.skipIf(!existsSync(bin))('the built command (left out: dist is not built)', () => {
  const started = (...argv: readonly string[]) =>
    promisify(execFile)(process.execPath, [bin, ...argv], { env: { ...process.env, LC_ALL: 'C' } });

  test('helps, in French, on standard output', async () => {
    const { stdout, stderr } = await started('--help');
    expect(stdout).toContain('Commandes\u00a0:');
    expect(stderr).toBe('');
  });

  test('answers 2 to wrong usage and 1 to a missing booklet, on standard error', async () => {
    await expect(started('biuld')).rejects.toMatchObject({ code: 2, stdout: '' });
    await expect(started('check', join(emptyFolder(), 'rien.yaml'))).rejects.toMatchObject({
      code: 1,
    });
  });

  test('a reader that leaves early is no fault', async () => {
    const shell = `"${process.execPath}" "${bin}" list types | head -n 1; exit "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', shell]);
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toBe('');
  });
});
