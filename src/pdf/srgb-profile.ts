/** Samples of the tone curve; enough for an error below one step of 16 bits in the dark. */
const curveSamples = 1024;

const description = 'sRGB IEC61966-2.1';

/** Colorants of sRGB adapted to D50 (Bradford), as ICC profiles hold them. */
const colorants: Readonly<Record<string, readonly [number, number, number]>> = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
};

/** An ICC 2.1 profile of the sRGB colour space, made from the published numbers of IEC 61966-2-1. */
export function srgbProfile(): Uint8Array {
  const curve = curveTag();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', descriptionTag(description)],
    ['cprt', textTag('Public domain')],
    ['wtpt', xyzTag([0.9642, 1, 0.82491])],
    ...Object.entries(colorants).map(([name, xyz]) => [name, xyzTag(xyz)] as const),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const directory = Buffer.alloc(4 + tags.length * 12);
  directory.writeUInt32BE(tags.length, 0);
  const placed = new Map<Buffer, number>();
  const bodies: Buffer[] = [];
  let offset = 128 + directory.length;
  for (const [index, [name, body]] of tags.entries()) {
    if (!placed.has(body)) {
      placed.set(body, offset);
      bodies.push(body);
      offset += body.length;
    }
    directory.write(name, 4 + index * 12, 'latin1');
    directory.writeUInt32BE(placed.get(body) as number, 8 + index * 12);
    directory.writeUInt32BE(body.length, 12 + index * 12);
  }
  return Buffer.concat([header(offset), directory, ...bodies]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [index, part] of [2000, 1, 1, 0, 0, 0].entries())
    bytes.writeUInt16BE(part, 24 + index * 2);
  bytes.write('acsp', 36, 'latin1');
  for (const [index, level] of [0.9642, 1, 0.82491].entries()) {
    bytes.writeInt32BE(fixed(level), 68 + index * 4);
  }
  return bytes;
}

function xyzTag(xyz: readonly number[]): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.write('XYZ ', 0, 'latin1');
  for (const [index, level] of xyz.entries()) bytes.writeInt32BE(fixed(level), 8 + index * 4);
  return bytes;
}

function curveTag(): Buffer {
  const bytes = Buffer.alloc(12 + curveSamples * 2);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(curveSamples, 8);
  for (let index = 0; index < curveSamples; index++) {
    const coded = index / (curveSamples - 1);
    const linear = coded <= 0.04045 ? coded / 12.92 : ((coded + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(linear * 65535), 12 + index * 2);
  }
  return bytes;
}

function textTag(text: string): Buffer {
  return padded(Buffer.from(`text\0\0\0\0${text}\0`, 'latin1'));
}

function descriptionTag(text: string): Buffer {
  const bytes = Buffer.alloc(12 + text.length + 1 + 8 + 3 + 67);
  bytes.write('desc', 0, 'latin1');
  bytes.writeUInt32BE(text.length + 1, 8);
  bytes.write(text, 12, 'latin1');
  return padded(bytes);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function fixed(level: number): number {
  return Math.round(level * 65536);
}
