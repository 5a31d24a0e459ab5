import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Deflater } from '../../src/pdf/deflater.ts';
import { PdfFile } from '../../src/pdf/pdf-file.ts';
import { PdfReader } from '../../src/verify/pdf-reader.ts';
import { PdfStream } from '../../src/verify/pdf-values.ts';

describe('PdfFile', () => {
  it('finds every object again, packed or not', async () => {
    const file = new PdfFile();
    const late = file.allocate();
    const ids = Array.from({ length: 450 }, (_, index) => file.add(`<</N ${index}>>`));
    const stream = file.addStream('0 0 m', '/Kind/Small');
    const root = file.add('<</Type/Catalog>>');
    file.add('[1 2]', late);
    const reader = new PdfReader(await file.finish(root, root));
    expect(ids.map((id) => reader.number(reader.dict(reader.object(id))?.get('N')))).toEqual(
      ids.map((_, index) => index),
    );
    const read = reader.object(stream);
    if (!(read instanceof PdfStream)) throw new Error('no stream');
    expect(reader.decode(read).toString()).toBe('0 0 m');
    expect(reader.object(late)).toEqual([1, 2]);
  });

  it('takes an object forgotten or written twice for a bug', async () => {
    const forgotten = new PdfFile();
    const root = forgotten.add('<<>>');
    forgotten.allocate();
    await expect(forgotten.finish(root, root)).rejects.toThrow('never written');
    const twice = new PdfFile();
    const id = twice.add('1');
    twice.add('2', id);
    await expect(twice.finish(id, id)).rejects.toThrow('written twice');
  });
});

describe('Deflater', () => {
  it('gives the same bytes from either thread', async () => {
    const part = Array.from(
      { length: 40_000 },
      (_, index) => `${(index * 7919) % 10_007} 0 Td\n`,
    ).join('');
    const alone = new Deflater();
    const here = alone.deflate(part);
    alone.flush();
    const busy = new Deflater();
    const there = Array.from({ length: 30 }, () => busy.deflate(part));
    busy.flush();
    try {
      const results = await Promise.all([here, ...there]);
      expect(inflateSync(results[0]).toString('latin1')).toBe(part);
      for (const result of results) expect(Buffer.compare(result, results[0])).toBe(0);
    } finally {
      await busy.close();
    }
  });

  it('holds the painter back while too much waits', async () => {
    const deflater = new Deflater();
    const parts = Array.from({ length: 6 }, () => deflater.deflate(new Uint8Array(2 ** 21)));
    let finished = 0;
    for (const part of parts) void part.then(() => (finished += 1));
    await deflater.breathe();
    expect(finished).toBeGreaterThan(0);
    deflater.flush();
    await Promise.all(parts);
    await deflater.close();
  });
});
