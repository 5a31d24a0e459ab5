/** A node of the document that the templates made. */
export type Node = Element | TextNode;

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
}

export interface Element {
  readonly kind: 'element';
  /** Lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Class names, sorted, without doubles; an interned array, equal by identity. */
  readonly classes: readonly string[];
  readonly children: readonly Node[];
}
