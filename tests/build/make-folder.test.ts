import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../src/make-folder.ts';
import { townFolder } from './town.ts';

test('makes a folder and those above it, and is content with one that is there', async () => {
  const deep = join(townFolder({}), 'a/b/c');
  await Promise.all([makeFolder(deep), makeFolder(deep)]);
  expect(statSync(deep).isDirectory()).toBe(true);
  await makeFolder(deep);
});

test('stops where none can be made', async () => {
  const file = join(townFolder({}), 'file');
  writeFileSync(file, '');
  await expect(makeFolder(join(file, 'a/b'))).rejects.toThrow('ENOTDIR');
});

test.skipIf(!existsSync('/proc/self'))(
  'never tries for ever (left out without /proc)',
  async () => {
    await expect(makeFolder('/proc/nowhere/a')).rejects.toThrow('ENOENT');
  },
);
