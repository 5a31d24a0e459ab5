/** A picture as an image XObject: its bytes as they are in the file, and the dictionary that explains them. */
export interface RasterStream {
  readonly bytes: Uint8Array;
  readonly dictionary: string;
  readonly cmyk: boolean;
}

const colourSpaces: Readonly<Record<number, string>> = {
  1: 'DeviceGray',
  3: 'DeviceRGB',
  4: 'DeviceCMYK',
};

/** Reads a JPEG, or a PNG without transparency; `key` names it in errors. */
export function rasterStream(bytes: Uint8Array, key: string): RasterStream {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.readUInt16BE(0) === 0xffd8) return jpegStream(view, key);
  if (view.toString('latin1', 1, 4) === 'PNG') return pngStream(view, key);
  throw new Error(`picture "${key}" is neither JPEG nor PNG`);
}

function jpegStream(bytes: Buffer, key: string): RasterStream {
  const frame = jpegFrame(bytes, key);
  const components = bytes.readUInt8(frame + 9);
  const space = colourSpaces[components];
  if (!space) throw new Error(`picture "${key}" has ${components} colour components`);
  const cmyk = components === 4;
  const dictionary = imageDictionary(
    bytes.readUInt16BE(frame + 7),
    bytes.readUInt16BE(frame + 5),
    bytes.readUInt8(frame + 4),
  );
  // Adobe writes CMYK pictures inverted and says so in an APP14 segment.
  const inverted = cmyk && bytes.includes('Adobe') ? '/Decode[1 0 1 0 1 0 1 0]' : '';
  return {
    bytes,
    dictionary: `${dictionary}/ColorSpace/${space}${inverted}/Filter/DCTDecode`,
    cmyk,
  };
}

/** Offset of the start-of-frame marker. */
function jpegFrame(bytes: Buffer, key: string): number {
  let at = 2;
  while (at + 4 < bytes.length) {
    const marker = bytes.readUInt8(at + 1);
    if (bytes.readUInt8(at) !== 0xff) break;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return at;
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  throw new Error(`picture "${key}" is a broken JPEG`);
}

function pngStream(bytes: Buffer, key: string): RasterStream {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [depth, type, interlace] = [bytes.readUInt8(24), bytes.readUInt8(25), bytes.readUInt8(28)];
  const chunks = pngChunks(bytes);
  if (type === 4 || type === 6 || chunks.has('tRNS'))
    throw new Error(`picture "${key}" has transparency`);
  if (interlace !== 0) throw new Error(`picture "${key}" is an interlaced PNG`);
  const colours = type === 2 ? 3 : 1;
  const palette = Buffer.concat(chunks.get('PLTE') ?? []);
  const space =
    type === 3
      ? `[/Indexed/DeviceRGB ${palette.length / 3 - 1}<${palette.toString('hex')}>]`
      : `/${colourSpaces[colours]}`;
  const dictionary =
    `${imageDictionary(width, height, depth)}/ColorSpace${space}/Filter/FlateDecode` +
    `/DecodeParms<</Predictor 15/Colors ${colours}/BitsPerComponent ${depth}/Columns ${width}>>`;
  return { bytes: Buffer.concat(chunks.get('IDAT') ?? []), dictionary, cmyk: false };
}

function pngChunks(bytes: Buffer): ReadonlyMap<string, readonly Buffer[]> {
  const chunks = new Map<string, Buffer[]>();
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    const found = chunks.get(type);
    if (found) found.push(body);
    else chunks.set(type, [body]);
    at += 12 + length;
  }
  return chunks;
}

function imageDictionary(width: number, height: number, depth: number): string {
  return `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent ${depth}`;
}
