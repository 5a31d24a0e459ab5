import type { StructRole, Tag } from './box.ts';

/** Roles that may stand only in some others. */
const homes: Partial<Record<StructRole, readonly StructRole[]>> = {
  THead: ['Table'],
  TBody: ['Table'],
  TR: ['Table', 'THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  TOCI: ['TOC'],
};

/** What lists hold; anything else in them is put in an item of its own. */
const listed: Partial<Record<StructRole, readonly StructRole[]>> = {
  L: ['L', 'LI'],
  TOC: ['TOC', 'TOCI'],
};

/**
 * A structure element under another one, of the role wanted if the rules of PDF let it stand there,
 * else of the nearest one: whatever a template nests, the tree stays lawful.
 */
export function makeTag(wanted: StructRole, parent: Tag, more: Partial<Tag> | null = null): Tag {
  const role = lawfulRole(wanted, parent);
  return { ...more, role, parent: home(role, parent) };
}

function lawfulRole(wanted: StructRole, parent: Tag): StructRole {
  const allowed = homes[wanted];
  if (!allowed || allowed.includes(parent.role)) return wanted;
  if (wanted === 'LI' && parent.role === 'TOC') return 'TOCI';
  if (wanted === 'TOCI' && parent.role === 'L') return 'LI';
  return 'Div';
}

function home(role: StructRole, parent: Tag): Tag {
  const allowed = listed[parent.role];
  if (!allowed || allowed.includes(role)) return parent;
  if (parent.role === 'TOC') return { role: 'TOCI', parent };
  return { role: 'LBody', parent: { role: 'LI', parent } };
}
