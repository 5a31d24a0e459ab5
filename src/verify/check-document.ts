import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PdfReader } from './pdf-reader.ts';
import { broken, type PdfRule } from './pdf-rules.ts';
import { isArray, isDict, PdfName, PdfStream, PdfText, type PdfValue } from './pdf-values.ts';

/** Language tags in the shape of BCP 47. */
export const languageTag = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i;

const forbiddenActions = new Set([
  'JavaScript',
  'Launch',
  'Sound',
  'Movie',
  'ResetForm',
  'ImportData',
  'SubmitForm',
  'Hide',
  'SetOCGState',
  'Rendition',
  'Trans',
  'GoTo3DView',
]);
const forbiddenKeys = ['AA', 'OpenAction', 'JS', 'XFA'];
const allowedSchemes = /^(https?|mailto|tel|geo):/i;

/** Checks the file's frame: header, catalog, and every object for what is forbidden anywhere. */
export function checkDocument(reader: PdfReader): readonly Diagnostic[] {
  return [
    ...checkFrame(reader),
    ...checkCatalog(reader),
    ...reader.ids.flatMap((id) => checkObject(reader, id)),
  ];
}

function checkFrame({ bytes, trailer }: PdfReader): readonly Diagnostic[] {
  const binary = [...bytes.subarray(10, 14)].every((byte) => byte > 127);
  const header = bytes.toString('latin1', 0, 10);
  return [
    ...unless(/^%PDF-1\.7\n%$/.test(header) && binary, 'header', header.trim()),
    ...unless(!trailer.has('Encrypt'), 'encrypted', 'Encrypt'),
    ...unless(trailer.has('ID'), 'no-identifier', 'trailer'),
  ];
}

function checkCatalog(reader: PdfReader): readonly Diagnostic[] {
  const { catalog } = reader;
  const marked = reader.dict(catalog.get('MarkInfo'));
  const preferences = reader.dict(catalog.get('ViewerPreferences'));
  const language = reader.text(catalog.get('Lang')) ?? '';
  const tagged = reader.resolve(marked?.get('Marked')) === true && catalog.has('StructTreeRoot');
  return [
    ...unless(tagged && reader.resolve(marked?.get('Suspects')) !== true, 'not-tagged', 'MarkInfo'),
    ...unless(languageTag.test(language), 'no-language', `Lang "${language}"`),
    ...unless(
      reader.resolve(preferences?.get('DisplayDocTitle')) === true,
      'title-not-shown',
      'ViewerPreferences',
    ),
    ...unless(hasIntent(reader), 'no-output-intent', 'OutputIntents'),
  ];
}

function hasIntent(reader: PdfReader): boolean {
  return reader.array(reader.catalog.get('OutputIntents')).some((value) => {
    const intent = reader.dict(value);
    const profile = reader.resolve(intent?.get('DestOutputProfile'));
    if (reader.name(intent?.get('S')) !== 'GTS_PDFA1' || !(profile instanceof PdfStream))
      return false;
    const bytes = reader.decode(profile);
    const space = bytes.toString('latin1', 16, 20).trim();
    const isDevice = ['prtr', 'mntr'].includes(bytes.toString('latin1', 12, 16));
    // PDF/A-3 knows ICC profiles up to version 4.
    const isKnown = bytes.readUInt8(8) <= 4 && bytes.readUInt32BE(0) === bytes.length;
    return (
      isDevice &&
      isKnown &&
      reader.number(profile.dict.get('N')) ===
        ({ RGB: 3, CMYK: 4, GRAY: 1 } as Record<string, number>)[space]
    );
  });
}

function checkObject(reader: PdfReader, id: number): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const visit = (value: PdfValue) => {
    if (value instanceof PdfStream) {
      const filters = reader.array(value.dict.get('Filter')).concat(value.dict.get('Filter') ?? []);
      for (const filter of filters) {
        if (filter instanceof PdfName && /^(LZWDecode|LZW|Crypt)$/.test(filter.name)) {
          found.push(broken('forbidden-filter', `${filter.name}, object ${id}`));
        }
      }
      visit(value.dict);
    } else if (isArray(value)) value.forEach(visit);
    else if (isDict(value)) {
      for (const key of forbiddenKeys) {
        if (value.has(key)) found.push(broken('forbidden-action', `${key}, object ${id}`));
      }
      const action = value.get('S');
      if (action instanceof PdfName && forbiddenActions.has(action.name)) {
        found.push(broken('forbidden-action', `${action.name}, object ${id}`));
      }
      const uri = value.get('URI');
      if (uri instanceof PdfText && !allowedSchemes.test(uri.text)) {
        found.push(broken('unsafe-uri', `"${uri.text.slice(0, 80)}"`));
      }
      for (const inner of value.values()) visit(inner);
    }
  };
  visit(reader.object(id));
  return found;
}

/** The rule as broken unless the condition holds. */
export function unless(holds: boolean, rule: PdfRule, detail: string): readonly Diagnostic[] {
  return holds ? [] : [broken(rule, detail)];
}
