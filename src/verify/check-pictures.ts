import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unless } from './check-document.ts';
import type { PdfReader } from './pdf-reader.ts';
import { isArray, PdfStream, type PdfValue } from './pdf-values.ts';

const neverInPictures = ['Alternates', 'OPI', 'Ref', 'PS', 'Subtype2'];
const depths = [1, 2, 4, 8, 16];

/** Checks pictures and drawings: nothing that only some printers do, no colour without a profile, no marks of their own. */
export function checkPictures(reader: PdfReader): readonly Diagnostic[] {
  return reader.ids.flatMap((id) => {
    const object = reader.object(id);
    if (!(object instanceof PdfStream)) return [];
    const kind = reader.name(object.dict.get('Subtype'));
    const isPicture = kind === 'Image';
    if (!isPicture && kind !== 'Form') return [];
    const isPlain = !neverInPictures.some((key) => object.dict.has(key));
    const isSound = isPicture ? soundImage(reader, object) : soundForm(reader, object);
    return unless(isPlain && isSound, 'bad-picture', `object ${id}`);
  });
}

function soundImage(reader: PdfReader, { dict }: PdfStream): boolean {
  const depth = reader.number(dict.get('BitsPerComponent'));
  const isSmoothed = reader.resolve(dict.get('Interpolate')) === true;
  const isKnownDepth = depth === null || depths.includes(depth);
  return !isSmoothed && isKnownDepth && isOfProfile(reader, dict.get('ColorSpace'));
}

/** The output intent is RGB: it explains grey and RGB, not CMYK. */
function isOfProfile(reader: PdfReader, space: PdfValue | undefined): boolean {
  const found = reader.resolve(space);
  const names = (isArray(found) ? found.slice(0, 2) : [found]).map((one) => reader.name(one));
  return !names.includes('DeviceCMYK');
}

/** A drawing shown more than once cannot hold pieces of the structure. */
function soundForm(reader: PdfReader, form: PdfStream): boolean {
  return !/\bMCID\b|\bK\b|\bk\b/.test(reader.decode(form).toString('latin1'));
}
