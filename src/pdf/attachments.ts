import { createHash } from 'node:crypto';
import { isoDate } from './metadata.ts';
import type { PdfFile } from './pdf-file.ts';
import { byteString, name, ref, textString } from './syntax.ts';
import { nameTree } from './trees.ts';

/** A file carried inside the PDF. */
export interface Attachment {
  /** File name; folders are taken off. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** "application/geo+json" */
  readonly mime: string;
  readonly description: string;
  readonly relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified';
}

/** Writes the attached files; gives the entries of the catalog and of its Names. */
export function writeAttachments(
  file: PdfFile,
  attachments: readonly Attachment[],
  date: string,
): { readonly catalog: string; readonly names: string } {
  if (attachments.length === 0) return { catalog: '', names: '' };
  const entries = attachments
    .map(
      (attachment) => [baseName(attachment.name), writeAttachment(file, attachment, date)] as const,
    )
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const tree = nameTree(
    file,
    entries.map(([title, id]) => [byteString(title), ref(id)]),
  );
  return {
    catalog: `/AF[${entries.map(([, id]) => ref(id)).join(' ')}]`,
    names: `/EmbeddedFiles ${ref(tree)}`,
  };
}

function writeAttachment(file: PdfFile, attachment: Attachment, date: string): number {
  const { bytes, mime, description, relationship } = attachment;
  const checksum = createHash('md5').update(bytes).digest('hex');
  const modified = isoDate(date).replace(/[-:T]/g, '');
  const stream = file.addStream(
    bytes,
    `/Type/EmbeddedFile/Subtype${name(mime)}` +
      `/Params<</Size ${bytes.length}/CheckSum<${checksum}>/ModDate(D:${modified})>>`,
  );
  const title = textString(baseName(attachment.name));
  return file.add(
    `<</Type/Filespec/F${title}/UF${title}/Desc${textString(description)}` +
      `/AFRelationship${name(relationship)}/EF<</F ${ref(stream)}/UF ${ref(stream)}>>>>`,
  );
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) || 'attachment';
}
