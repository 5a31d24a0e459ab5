import type { Message, Severity } from '../diagnostics/diagnostic.ts';

/** Something wrong in one field of one service; the reader adds file, line and id. */
export interface Fault {
  /** Second half of the diagnostic's code: "lost-zero". */
  readonly code: string;
  /** Dotted path: "address.postcode". */
  readonly field: string;
  readonly message: Message;
  readonly hint?: Message;
  /** Warning when absent. */
  readonly severity?: Severity;
}

/** Where the cleaning functions say what they changed or left out. */
export type Report = (fault: Fault) => void;
