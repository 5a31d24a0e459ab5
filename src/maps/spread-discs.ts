import type { Point, Size } from '../geometry/geometry.ts';
import { DiscGrid } from './disc-grid.ts';
import { distanceToSegment } from './simplify.ts';

/** Equal discs to be put near their places, none over another. */
export interface SpreadRequest {
  /** True places, pt; in the order in which equals are served. */
  readonly places: readonly Point[];
  /** pt */
  readonly radius: number;
  /** Discs stay inside this frame. */
  readonly size: Size;
}

/** Distance between the rims of two discs, as a share of their radius. */
const gapShare = 0.12;

/**
 * Ground that a disc takes in practice, as a share of the square around it: fuller frames are not
 * tried. Thousands of discs cannot be read anyway, so they get more room and their places sooner.
 */
function groundShare(count: number): number {
  if (count > 5000) return 5;
  return count > 1000 ? 2 : 1.25;
}

/** Above this many discs, leaders may cross: looking for a better place would take too long. */
const mostUntangled = 250;

/**
 * Centres of the discs, one per place and in the same order; undefined when they do not all fit.
 * A disc stays on its place when nothing is near; places that coincide get their discs in rings
 * around them, so that the place itself stays visible.
 */
export function spreadDiscs(request: SpreadRequest): readonly Point[] | undefined {
  const { places, radius, size } = request;
  const pitch = radius * (2 + gapShare);
  if (places.length * pitch * pitch * groundShare(places.length) > size.width * size.height)
    return undefined;
  const spread = new Spread(request, pitch);
  const centres: Point[] = new Array(places.length);
  for (const index of spread.order()) {
    const centre = spread.place(index);
    if (!centre) return undefined;
    centres[index] = centre;
  }
  return centres;
}

/** Places so close that their discs share one fan. */
interface Cluster {
  readonly seed: Point;
  count: number;
  /** Rings before this one are full. */
  firstRing: number;
  /** Where its discs are looked for first: away from its neighbours, radians; undefined without neighbours. */
  heading: number | undefined;
}

interface Candidate {
  readonly centre: Point;
  readonly fault: Fault;
}

/** What is wrong with a place for a disc, the worst last. */
const faults = { none: 0, leaderCrosses: 1, hidesPlace: 2 } as const;
type Fault = (typeof faults)[keyof typeof faults];

class Spread {
  readonly #request: SpreadRequest;
  readonly #pitch: number;
  readonly #discs: DiscGrid;
  readonly #seeds: DiscGrid;
  readonly #leaders: { readonly from: Point; readonly to: Point }[] = [];
  readonly #clusters: readonly Cluster[];

  constructor(request: SpreadRequest, pitch: number) {
    this.#request = request;
    this.#pitch = pitch;
    this.#discs = new DiscGrid(pitch);
    this.#seeds = new DiscGrid(pitch);
    this.#clusters = this.#cluster();
    for (const cluster of new Set(this.#clusters)) cluster.heading = this.#headingOf(cluster);
  }

  /** Lonely places first: they keep their disc; then those with few neighbours. */
  order(): readonly number[] {
    const crowd = this.#clusters.map((cluster) => {
      let neighbours = cluster.count - 1;
      for (const seed of this.#seeds.around(cluster.seed, this.#pitch))
        if (seed !== cluster.seed && distance(seed, cluster.seed) < this.#pitch) neighbours++;
      return neighbours;
    });
    const indices = this.#clusters.map((_, index) => index);
    return indices.sort((a, b) => (crowd[a] as number) - (crowd[b] as number) || a - b);
  }

  place(index: number): Point | undefined {
    const cluster = this.#clusters[index] as Cluster;
    const place = this.#request.places[index] as Point;
    const stays = cluster.count === 1 && this.#isFree(place) && !this.#hidesOthers(place);
    const centre = stays ? place : this.#search(cluster, place);
    if (!centre) return undefined;
    this.#discs.add(centre);
    if (centre !== place) this.#leaders.push({ from: place, to: centre });
    return centre;
  }

  #cluster(): readonly Cluster[] {
    const { places, radius } = this.#request;
    const bySeed = new Map<Point, Cluster>();
    return places.map((place) => {
      const near = [...this.#seeds.around(place, radius)].find(
        (seed) => distance(seed, place) < radius * 0.6,
      );
      const known = near && bySeed.get(near);
      if (known) {
        known.count++;
        return known;
      }
      const cluster: Cluster = { seed: place, count: 1, firstRing: 0, heading: undefined };
      bySeed.set(place, cluster);
      this.#seeds.add(place);
      return cluster;
    });
  }

  /** The nearest ring with room; a few rings further when that avoids a fault. */
  #search(cluster: Cluster, place: Point): Point | undefined {
    const { width, height } = this.#request.size;
    const farthest = Math.hypot(width, height);
    let best: Candidate | undefined;
    let patience = this.#isCrowded ? 0 : 12;
    for (let ring = cluster.firstRing; this.#ringRadius(cluster, ring) <= farthest; ring++) {
      const found = this.#searchRing(cluster, ring, place);
      if (!found && !best && ring === cluster.firstRing) cluster.firstRing++;
      if (found && (!best || found.fault < best.fault)) best = found;
      if (best) patience -= best.fault === faults.hidesPlace ? 1 : 4;
      if (best && (best.fault === faults.none || patience <= 0)) break;
    }
    return best?.centre;
  }

  get #isCrowded(): boolean {
    return this.#request.places.length > mostUntangled;
  }

  #ringRadius(cluster: Cluster, ring: number): number {
    const { radius } = this.#request;
    if (cluster.count === 1) return radius * (0.5 + 0.5 * ring);
    const fan = (cluster.count * this.#pitch) / (2 * Math.PI);
    return Math.min(Math.max(radius * 2, fan), radius * 6) + ring * radius * 0.75;
  }

  #searchRing(cluster: Cluster, ring: number, place: Point): Candidate | undefined {
    const away = this.#ringRadius(cluster, ring);
    const seats = Math.max(8, Math.floor((2 * Math.PI * away) / this.#pitch));
    let best: Candidate | undefined;
    for (let seat = 0; seat < seats; seat++) {
      const angle = seatAngle(cluster, (2 * Math.PI) / seats, seat + (ring % 2) / 2);
      const centre = {
        x: cluster.seed.x + away * Math.cos(angle),
        y: cluster.seed.y + away * Math.sin(angle),
      };
      if (!this.#isFree(centre)) continue;
      const fault = this.#faultOf(place, centre);
      if (fault === faults.none) return { centre, fault };
      if (!best || fault < best.fault) best = { centre, fault };
    }
    return best;
  }

  #isFree(centre: Point): boolean {
    const { radius, size } = this.#request;
    const inFrame =
      centre.x >= radius &&
      centre.y >= radius &&
      centre.x <= size.width - radius &&
      centre.y <= size.height - radius;
    return inFrame && !this.#discs.hasWithin(centre, this.#pitch);
  }

  /** The place that a disc stands for counts as one of its own. */
  #hidesOthers(centre: Point): boolean {
    const { radius } = this.#request;
    for (const seed of this.#seeds.around(centre, radius)) {
      const away = distance(seed, centre);
      if (away > 0 && away < radius * 1.1) return true;
    }
    return false;
  }

  #headingOf(cluster: Cluster): number | undefined {
    const { seed } = cluster;
    const reach = this.#pitch * 4;
    let [x, y, weight] = [0, 0, 0];
    for (const other of this.#seeds.around(seed, reach)) {
      if (other === seed || distance(other, seed) > reach) continue;
      x += seed.x - other.x;
      y += seed.y - other.y;
      weight++;
    }
    return weight === 0 ? undefined : Math.atan2(y, x);
  }

  #faultOf(place: Point, centre: Point): Fault {
    if (this.#isCrowded) return faults.none;
    if (this.#hidesOthers(centre)) return faults.hidesPlace;
    return this.#leaderCrosses(place, centre) ? faults.leaderCrosses : faults.none;
  }

  /** Whether the leader would pass under a disc or cross another one, or the disc stand on a leader. */
  #leaderCrosses(place: Point, centre: Point): boolean {
    const { radius } = this.#request;
    const topLeft = {
      x: Math.min(place.x, centre.x) - radius,
      y: Math.min(place.y, centre.y) - radius,
    };
    const bottomRight = {
      x: Math.max(place.x, centre.x) + radius,
      y: Math.max(place.y, centre.y) + radius,
    };
    for (const disc of this.#discs.within(topLeft, bottomRight))
      if (distanceToSegment(disc, place, centre) < radius) return true;
    return this.#leaders.some(
      (leader) =>
        distanceToSegment(centre, leader.from, leader.to) < radius ||
        segmentsCross(place, centre, leader.from, leader.to),
    );
  }
}

/** Clockwise from the top when alone, so that numbers follow; else right and left of the heading in turn. */
function seatAngle(cluster: Cluster, step: number, seat: number): number {
  if (cluster.heading === undefined) return step * seat - Math.PI / 2;
  const turn = Math.ceil(Math.floor(seat) / 2) * (Math.floor(seat) % 2 === 0 ? 1 : -1);
  return cluster.heading + step * (turn + (seat % 1));
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Whether two segments cross at a point that is not an end of either. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side(from: Point, to: Point, point: Point): number {
  return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
}
