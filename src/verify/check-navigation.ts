import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unless } from './check-document.ts';
import type { PdfReader } from './pdf-reader.ts';
import { broken } from './pdf-rules.ts';
import { nameTreeEntries } from './pdf-trees.ts';
import { type PdfDict, PdfStream } from './pdf-values.ts';

const relationships = new Set(['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified']);

/** Checks bookmarks, name trees and attached files. */
export function checkNavigation(reader: PdfReader): readonly Diagnostic[] {
  const names = reader.dict(reader.catalog.get('Names'));
  return [
    ...['Dests', 'EmbeddedFiles'].flatMap((tree) => {
      const keys = nameTreeEntries(reader, names?.get(tree)).map(([key]) => key);
      // Keys are bytes in Latin-1, so that comparing code units compares bytes.
      const at = keys.findIndex((key, index) => index > 0 && key <= (keys[index - 1] as string));
      return unless(at < 0, 'name-order', `${tree}, "${keys[at] ?? ''}"`);
    }),
    ...checkOutline(reader),
    ...checkAttachments(reader, names),
  ];
}

function checkOutline(reader: PdfReader): readonly Diagnostic[] {
  const root = reader.dict(reader.catalog.get('Outlines'));
  if (!root) return [];
  const found: Diagnostic[] = [];
  /** Number of bookmarks below that show while the node itself is open. */
  const visit = (node: PdfDict, label: string): number => {
    let visible = 0;
    let child = reader.dict(node.get('First'));
    for (let count = 0; child && count < 1e6; count++) {
      const below = visit(child, reader.text(child.get('Title')) ?? '');
      visible += 1 + ((reader.number(child.get('Count')) ?? 0) > 0 ? below : 0);
      child = reader.dict(child.get('Next'));
    }
    const said = Math.abs(reader.number(node.get('Count')) ?? 0);
    if (said !== visible) found.push(broken('outline-count', `"${label}": ${said} ≠ ${visible}`));
    return visible;
  };
  visit(root, 'Outlines');
  return found;
}

function checkAttachments(reader: PdfReader, names: PdfDict | null): readonly Diagnostic[] {
  const associated = reader.array(reader.catalog.get('AF'));
  const entries = nameTreeEntries(reader, names?.get('EmbeddedFiles'));
  return entries.flatMap(([name, value]) => {
    const dict = reader.dict(value);
    const file = reader.resolve(reader.dict(dict?.get('EF'))?.get('F'));
    const listed = associated.some((one) => reader.dict(one) === dict);
    const named = [dict?.get('F'), dict?.get('UF')].every((one) => (reader.text(one) ?? '') !== '');
    const mime = file instanceof PdfStream ? reader.name(file.dict.get('Subtype')) : null;
    const typed = /^[-\w+.]+\/[-\w+.]+$/.test(mime ?? '');
    const related = relationships.has(reader.name(dict?.get('AFRelationship')) ?? '');
    return unless(listed && named && typed && related, 'bad-attachment', name);
  });
}
