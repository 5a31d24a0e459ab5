import type { Chosen, Place } from './chosen.ts';
import type { DraftGroup, DraftSection } from './classify.ts';
import type { Entry, Group, Section } from './directory.ts';

/** Sections once numbered, and what each entry came from. */
export interface Numbered {
  readonly sections: readonly Section[];
  readonly entries: readonly Entry[];
  /** The choice behind each entry, in the same order. */
  readonly chosen: readonly Chosen[];
}

interface Counter {
  readonly entries: Entry[];
  readonly chosen: Chosen[];
  readonly entryWidth: number;
  readonly groupWidth: number;
  groups: number;
}

const leastWidth = 4;

/** Numbers entries 1, 2, 3 ... in printing order, a group's own entries before its groups. */
export function numberEntries(drafts: readonly DraftSection[]): Numbered {
  const counter: Counter = {
    entries: [],
    chosen: [],
    entryWidth: width(sum(drafts, countEntries)),
    groupWidth: width(sum(drafts, countGroups)),
    groups: 0,
  };
  const sections = drafts.map((draft): Section => {
    const before = counter.entries.length;
    const group = numberGroup(draft, counter);
    const entryCount = counter.entries.length - before;
    return { ...group, kind: draft.kind, id: draft.id, entryCount };
  });
  return { sections, entries: counter.entries, chosen: counter.chosen };
}

function numberGroup(draft: DraftGroup, counter: Counter): Group {
  counter.groups += 1;
  const anchor = anchorOf('g', counter.groups, counter.groupWidth);
  const entries = draft.entries.map((chosen) => numberEntry(chosen, counter));
  const groups = draft.groups.map((group) => numberGroup(group, counter));
  return { anchor, title: draft.title, groups, entries };
}

function numberEntry(chosen: Chosen, counter: Counter): Entry {
  const number = counter.entries.length + 1;
  const entry: Entry = {
    number,
    anchor: anchorOf('e', number, counter.entryWidth),
    service: chosen.service,
    typeLabels: chosen.types.map(({ label }) => label.singular),
    commune: chosen.place?.name,
    ...(chosen.serving.length > 0 ? { serves: chosen.serving.map(nameOf) } : {}),
  };
  counter.entries.push(entry);
  counter.chosen.push(chosen);
  return entry;
}

function nameOf({ name }: Place): string {
  return name;
}

function anchorOf(letter: string, number: number, digits: number): string {
  return `${letter}-${String(number).padStart(digits, '0')}`;
}

function width(count: number): number {
  return Math.max(leastWidth, String(count).length);
}

function countEntries({ entries, groups }: DraftGroup): number {
  return entries.length + sum(groups, countEntries);
}

function countGroups({ groups }: DraftGroup): number {
  return 1 + sum(groups, countGroups);
}

function sum(groups: readonly DraftGroup[], count: (group: DraftGroup) => number): number {
  return groups.reduce((total, group) => total + count(group), 0);
}
