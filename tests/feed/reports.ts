import type { Fault, Report } from '../../src/feed/fault.ts';

/** A report that keeps the codes and what it was told. */
export function collecting(): {
  readonly report: Report;
  readonly faults: Fault[];
  codes(): string[];
} {
  const faults: Fault[] = [];
  return {
    report: (fault) => faults.push(fault),
    faults,
    codes: () => faults.map((fault) => fault.code),
  };
}
