import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unless } from './check-document.ts';
import type { PdfReader } from './pdf-reader.ts';
import { broken } from './pdf-rules.ts';
import { pagesOf } from './pdf-trees.ts';
import { isArray, isDict, PdfName, PdfStream, PdfText, type PdfValue } from './pdf-values.ts';

/** What PDF/A-3 allows: bytes of a string and of a name, whole numbers, sides of a page in pt. */
const most = { string: 32_767, name: 127, integer: 2_147_483_647, side: 14_400 };
const leastSide = 3;

/** Checks what PDF/A-3 limits: lengths of strings and names, numbers, sizes of pages; and how streams stand in the file. */
export function checkLimits(reader: PdfReader): readonly Diagnostic[] {
  return [
    ...reader.ids.flatMap((id) => checkObject(reader, id)),
    ...pagesOf(reader).flatMap(({ dict }, index) => {
      const [left = 0, bottom = 0, right = 0, top = 0] = reader
        .array(dict.get('MediaBox'))
        .map((side) => reader.number(side) ?? 0);
      const isFair = [right - left, top - bottom].every(
        (side) => side >= leastSide && side <= most.side,
      );
      return unless(isFair || !dict.has('MediaBox'), 'page-size', `page ${index + 1}`);
    }),
  ];
}

function checkObject(reader: PdfReader, id: number): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const visit = (value: PdfValue) => {
    const limit = brokenLimit(value);
    if (limit) found.push(broken('over-limit', `${limit}, object ${id}`));
    if (value instanceof PdfStream) {
      visit(value.dict);
      found.push(...checkStream(reader, value, id));
    } else if (isArray(value)) value.forEach(visit);
    else if (isDict(value)) {
      for (const [key, inner] of value) {
        if (key.length > most.name) found.push(broken('over-limit', `name, object ${id}`));
        visit(inner);
      }
    }
  };
  visit(reader.object(id));
  return found;
}

function brokenLimit(value: PdfValue): string | null {
  if (value instanceof PdfText && value.bytes.length > most.string) return 'string';
  if (value instanceof PdfName && value.name.length > most.name) return 'name';
  if (typeof value === 'number' && Math.abs(value) > most.integer) return 'number';
  return null;
}

/** A stream is followed by a line end and its keyword at the length that it says, and is in the file. */
function checkStream(reader: PdfReader, stream: PdfStream, id: number): readonly Diagnostic[] {
  const { bytes } = reader;
  const end = stream.raw.byteOffset - bytes.byteOffset + stream.raw.length;
  const isEnded = /^(\r\n|\n|\r)endstream\b/.test(bytes.toString('latin1', end, end + 12));
  const isInside = !['F', 'FFilter', 'FDecodeParms'].some((key) => stream.dict.has(key));
  return unless(isEnded && isInside, 'bad-stream', `object ${id}`);
}
