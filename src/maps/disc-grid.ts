import type { Point } from '../geometry/geometry.ts';

const none: readonly Point[] = [];

/** Points kept in square cells, so that neighbours are found without looking at all of them. */
export class DiscGrid {
  readonly #cellSize: number;
  readonly #cells = new Map<number, Point[]>();

  constructor(cellSize: number) {
    this.#cellSize = cellSize;
  }

  add(point: Point): void {
    const key = this.#key(this.#cell(point.x), this.#cell(point.y));
    const cell = this.#cells.get(key);
    if (cell) cell.push(point);
    else this.#cells.set(key, [point]);
  }

  /** Points whose cell touches the square of half side `reach` pt around the centre. */
  *around(centre: Point, reach: number): Iterable<Point> {
    yield* this.within(
      { x: centre.x - reach, y: centre.y - reach },
      { x: centre.x + reach, y: centre.y + reach },
    );
  }

  /** Points whose cell touches the rectangle between two corners. */
  *within(topLeft: Point, bottomRight: Point): Iterable<Point> {
    const right = this.#cell(bottomRight.x);
    const bottom = this.#cell(bottomRight.y);
    for (let column = this.#cell(topLeft.x); column <= right; column++)
      for (let row = this.#cell(topLeft.y); row <= bottom; row++)
        yield* this.#cells.get(this.#key(column, row)) ?? [];
  }

  /** Whether a point lies less than `distance` pt from the centre; written out, being asked most. */
  hasWithin(centre: Point, distance: number): boolean {
    const right = this.#cell(centre.x + distance);
    const bottom = this.#cell(centre.y + distance);
    const square = distance * distance;
    for (let column = this.#cell(centre.x - distance); column <= right; column++)
      for (let row = this.#cell(centre.y - distance); row <= bottom; row++)
        for (const point of this.#cells.get(this.#key(column, row)) ?? none)
          if ((point.x - centre.x) ** 2 + (point.y - centre.y) ** 2 < square) return true;
    return false;
  }

  #cell(coordinate: number): number {
    return Math.floor(coordinate / this.#cellSize);
  }

  /** Cells are counted from -32768: maps are far smaller than that in cells. */
  #key(column: number, row: number): number {
    return (column + 32768) * 65536 + (row + 32768);
  }
}
