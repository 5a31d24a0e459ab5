import { createRequire } from 'node:module';
import type { VectorGraphic } from './box.ts';

interface QrCode {
  addData(text: string): void;
  make(): void;
  getModuleCount(): number;
  isDark(row: number, column: number): boolean;
}

/** Modules of white around a code, as the standard asks. */
const quietZone = 4;

/** QR code (error correction M) of a text as one vector path, quiet zone included. */
export function qrCode(text: string): VectorGraphic | undefined {
  if (text === '' || text.length > 1200) return undefined;
  const makeCode = createRequire(import.meta.url)('qrcode-generator') as (
    version: number,
    level: string,
  ) => QrCode;
  const code = makeCode(0, 'M');
  code.addData(unescape(encodeURIComponent(text)));
  code.make();
  const count = code.getModuleCount();
  const size = count + 2 * quietZone;
  const path = { d: modules(code, count), fill: '#000000', stroke: null, strokeWidth: 0 };
  return { kind: 'vector', key: `qr:${text}`, width: size, height: size, paths: [path] };
}

/** Dark modules, neighbours in a row joined, so that no hairline shows between them. */
function modules(code: QrCode, count: number): string {
  let d = '';
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (!code.isDark(row, column)) continue;
      const from = column;
      while (column + 1 < count && code.isDark(row, column + 1)) column += 1;
      d += `M${from + quietZone} ${row + quietZone}h${column - from + 1}v1h-${column - from + 1}z`;
    }
  }
  return d;
}
