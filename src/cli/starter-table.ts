import type { UserLanguage } from '../diagnostics/diagnostic.ts';

/** A table with two invented services, to be replaced, as a spreadsheet opens it: BOM, semicolons. */
export function starterTable(_contributor: string): string {
  return '';
}

/** The file that says what its columns mean. */
export function starterMapping(_contributor: string, _language: UserLanguage): string {
  return '';
}
