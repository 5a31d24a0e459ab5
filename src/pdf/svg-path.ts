/** A drawing command with absolute coordinates, in the drawing's units. */
export type PathCommand =
  | { readonly op: 'M' | 'L'; readonly to: readonly [number, number] }
  | { readonly op: 'C'; readonly points: readonly [number, number, number, number, number, number] }
  | { readonly op: 'Z' };

const tokens = /([a-z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/gi;
const argumentCounts: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

/** Reads SVG path data; quadratic curves and arcs become cubic curves. */
export function parseSvgPath(d: string): readonly PathCommand[] {
  const reader = new PathReader();
  for (const [letter, numbers] of segments(d)) reader.read(letter, numbers);
  return reader.commands;
}

/** One letter with the numbers of one command; repeated numbers repeat the letter. */
function* segments(d: string): Generator<readonly [string, readonly number[]]> {
  let letter = '';
  let numbers: number[] = [];
  for (const token of pathTokens(d)) {
    if (typeof token === 'string') {
      if (numbers.length > 0) throw new Error(`path data ends too early before "${token}": ${d}`);
      letter = token;
      if (argumentCounts[letter.toUpperCase()] === undefined) {
        throw new Error(`unknown path command "${letter}": ${d}`);
      }
    } else numbers.push(token);
    if (letter === '') throw new Error(`path data starts with a number: ${d}`);
    if (numbers.length === argumentCounts[letter.toUpperCase()]) {
      yield [letter, numbers];
      numbers = [];
      // After the first pair, numbers that follow a move draw lines.
      if (letter === 'M') letter = 'L';
      else if (letter === 'm') letter = 'l';
    }
  }
  if (numbers.length > 0) throw new Error(`path data ends too early: ${d}`);
}

/** Letters and numbers; the two flags of an arc may be written without a blank behind them. */
function* pathTokens(d: string): Generator<string | number> {
  tokens.lastIndex = 0;
  let arcArgument = -1;
  for (;;) {
    const match = tokens.exec(d);
    if (!match) return;
    if (match[1] !== undefined) {
      arcArgument = /a/i.test(match[1]) ? 0 : -1;
      yield match[1];
      continue;
    }
    const text = match[2] as string;
    if (arcArgument % 7 === 3 || arcArgument % 7 === 4) {
      tokens.lastIndex = match.index + 1;
      yield Number(text[0]);
    } else yield Number(text);
    if (arcArgument >= 0) arcArgument += 1;
  }
}

class PathReader {
  readonly commands: PathCommand[] = [];
  private x = 0;
  private y = 0;
  private startX = 0;
  private startY = 0;
  /** Control point that S and T mirror. */
  private control: readonly [number, number] | null = null;
  private controlKind: 'C' | 'Q' | null = null;

  read(letter: string, numbers: readonly number[]): void {
    const upper = letter.toUpperCase();
    const [dx, dy] = letter === upper ? [0, 0] : [this.x, this.y];
    const at = (index: number) => (numbers[index] ?? 0) + (index % 2 === 0 ? dx : dy);
    if (upper === 'M') this.move(at(0), at(1));
    else if (upper === 'L') this.line(at(0), at(1));
    else if (upper === 'H') this.line(at(0), this.y);
    else if (upper === 'V') this.line(this.x, (numbers[0] ?? 0) + dy);
    else if (upper === 'C') this.curve([at(0), at(1), at(2), at(3), at(4), at(5)]);
    else if (upper === 'S') this.curve([...this.mirrored('C'), at(0), at(1), at(2), at(3)]);
    else if (upper === 'Q') this.quadratic(at(0), at(1), at(2), at(3));
    else if (upper === 'T') this.quadratic(...this.mirrored('Q'), at(0), at(1));
    else if (upper === 'A') this.arc(numbers, (numbers[5] ?? 0) + dx, (numbers[6] ?? 0) + dy);
    else this.close();
  }

  private move(x: number, y: number): void {
    this.startX = x;
    this.startY = y;
    this.commands.push({ op: 'M', to: [x, y] });
    this.stand(x, y);
  }

  private line(x: number, y: number): void {
    this.commands.push({ op: 'L', to: [x, y] });
    this.stand(x, y);
  }

  private curve(points: readonly [number, number, number, number, number, number]): void {
    this.commands.push({ op: 'C', points });
    this.stand(points[4], points[5]);
    this.control = [points[2], points[3]];
    this.controlKind = 'C';
  }

  private quadratic(cx: number, cy: number, x: number, y: number): void {
    const points = [
      this.x + (2 / 3) * (cx - this.x),
      this.y + (2 / 3) * (cy - this.y),
      x + (2 / 3) * (cx - x),
      y + (2 / 3) * (cy - y),
      x,
      y,
    ] as const;
    this.commands.push({ op: 'C', points });
    this.stand(x, y);
    this.control = [cx, cy];
    this.controlKind = 'Q';
  }

  private close(): void {
    this.commands.push({ op: 'Z' });
    this.stand(this.startX, this.startY);
  }

  private stand(x: number, y: number): void {
    this.x = x;
    this.y = y;
    this.control = null;
    this.controlKind = null;
  }

  private mirrored(kind: 'C' | 'Q'): readonly [number, number] {
    if (!this.control || this.controlKind !== kind) return [this.x, this.y];
    return [2 * this.x - this.control[0], 2 * this.y - this.control[1]];
  }

  private arc(numbers: readonly number[], x: number, y: number): void {
    const [rx = 0, ry = 0, rotation = 0, large = 0, sweep = 0] = numbers;
    if (x === this.x && y === this.y) return;
    if (rx === 0 || ry === 0) {
      this.line(x, y);
      return;
    }
    const flags = { large: large !== 0, sweep: sweep !== 0 };
    const curves = arcCurves(
      [this.x, this.y],
      [x, y],
      [Math.abs(rx), Math.abs(ry), rotation],
      flags,
    );
    for (const points of curves) this.commands.push({ op: 'C', points });
    this.stand(x, y);
  }
}

type Curve = readonly [number, number, number, number, number, number];

/** Cubic curves of at most a quarter turn, from the end points of an arc (SVG 1.1, appendix F.6). */
function arcCurves(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  [radiusX, radiusY, degrees]: readonly [number, number, number],
  { large, sweep }: { readonly large: boolean; readonly sweep: boolean },
): readonly Curve[] {
  const phi = (degrees * Math.PI) / 180;
  const cos = Math.cos(phi);
  const sin = Math.sin(phi);
  const halfX = (cos * (x1 - x2) + sin * (y1 - y2)) / 2;
  const halfY = (-sin * (x1 - x2) + cos * (y1 - y2)) / 2;
  const grow = Math.max(1, Math.sqrt((halfX / radiusX) ** 2 + (halfY / radiusY) ** 2));
  const rx = radiusX * grow;
  const ry = radiusY * grow;
  const under = (rx * halfY) ** 2 + (ry * halfX) ** 2;
  const root = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - under) / under));
  const factor = large === sweep ? -root : root;
  const cx = (factor * rx * halfY) / ry;
  const cy = (-factor * ry * halfX) / rx;
  const start = Math.atan2((halfY - cy) / ry, (halfX - cx) / rx);
  const end = Math.atan2((-halfY - cy) / ry, (-halfX - cx) / rx);
  let turn = end - start;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const step = turn / parts;
  const reach = (4 / 3) * Math.tan(step / 4);
  const middleX = cos * cx - sin * cy + (x1 + x2) / 2;
  const middleY = sin * cx + cos * cy + (y1 + y2) / 2;
  const place = (u: number, v: number) =>
    [middleX + cos * rx * u - sin * ry * v, middleY + sin * rx * u + cos * ry * v] as const;
  return Array.from({ length: parts }, (_, part) => {
    const from = start + part * step;
    const to = from + step;
    const [c1, s1, c2, s2] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)];
    const last = part === parts - 1 ? ([x2, y2] as const) : place(c2, s2);
    return [
      ...place(c1 - reach * s1, s1 + reach * c1),
      ...place(c2 + reach * s2, s2 - reach * c2),
      ...last,
    ];
  });
}
