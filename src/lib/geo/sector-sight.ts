import type { LngLat } from './coordinates.ts';
import { doubleArea, reverseRing } from './grid-ring.ts';
import { groundLeft } from './ground-left.ts';
import { Isovist } from './isovist.ts';
import { localPlane } from './local-plane.ts';
import { Overlay } from './overlay/overlay.ts';
import { GRID_PER_DEG } from './flat-rings.ts';
import { sectorRings } from './sector-rings.ts';
import type { SectorView } from './sector-view.ts';
import { shadowRing } from './shadow-ring.ts';

/** Inner arcs lie up to a quarter of a metre beyond the blind zone; the rest is for the grid. */
const BLIND_MARGIN_M = 0.3;
/** Above this a blind zone's two ends may meet on the grid, and the ring is put together with care. */
const WIDE_DEG = 350;

/**
 * What an annular sector sees among walls, as rings of the integer grid: exteriors counter-clockwise, each followed by
 * its holes. `begin`, then `addWall` and `addShadow`, then `rings`; one object serves any number of sectors.
 *
 * Outer arcs are those of `sectorRings`, point for point; a blind zone hides no wall.
 */
export class SectorSight {
	private readonly isovist = new Isovist();
	private readonly overlay = new Overlay();
	private shadows: (Int32Array | null)[] = [];
	private rim: Int32Array = new Int32Array(0);
	private inner: Int32Array | null = null;
	private isFull = false;
	private view: SectorView | null = null;
	private at: LngLat = [0, 0];
	private eyeX = 0;
	private eyeY = 0;

	/** Begins the sector about `at`; false where it has no ground, or too little for walls to matter. */
	begin(at: LngLat, view: SectorView): boolean {
		const { azimuthDeg, hfovDeg, rangeM, nearM } = view;
		const [rim] = sectorRings(at, azimuthDeg, hfovDeg, rangeM, 0);
		this.shadows = [];
		if (!rim) return false;
		this.view = view;
		this.at = at;
		this.rim = rim;
		this.eyeX = Math.round(at[0] * GRID_PER_DEG);
		this.eyeY = Math.round(at[1] * GRID_PER_DEG);
		this.isFull = rim[0] !== this.eyeX || rim[1] !== this.eyeY;
		this.inner = null;
		if (nearM > 0) {
			const [ring, hole] = sectorRings(at, azimuthDeg, hfovDeg, rangeM, nearM);
			if (!ring) return false;
			this.inner = this.isFull ? (hole ?? null) : ring.subarray(rim.length - 2);
		}
		this.isovist.begin(rim, this.isFull ? 0 : 1, rim.length / 2, this.eyeX, this.eyeY, this.isFull);
		return true;
	}

	/** A wall that stops sight: grid units relative to the eye, counter-clockwise as the eye sees it; others are passed over. */
	addWall(ax: number, ay: number, bx: number, by: number): void {
		this.isovist.addWall(ax, ay, bx, by);
	}

	/** A footprint, absolute, that is lower than the eye: its ground is hidden, and `times` as far behind its walls. */
	addShadow(footprint: Int32Array, times: number): void {
		if (this.isBeside(footprint)) return;
		this.shadows.push(footprint);
		const limit = this.limit();
		const n = footprint.length;
		for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
			const wall = [
				footprint[j] - this.eyeX,
				footprint[j + 1] - this.eyeY,
				footprint[i] - this.eyeX,
				footprint[i + 1] - this.eyeY
			] as const;
			this.shadows.push(shadowRing(wall, times, limit, this.eyeX, this.eyeY));
		}
	}

	/** What is seen; null where nothing cuts the view, so that it is `sectorRings`, to the byte. */
	rings(): Int32Array[] | null {
		const n = this.isovist.look();
		const { isCut, points } = this.isovist;
		if (!isCut && this.shadows.length === 0) return null;
		const lead = this.isFull ? 0 : 2;
		if (2 * n + lead < 6) return [];
		const seen = new Int32Array(2 * n + lead);
		if (lead) {
			seen[0] = this.eyeX;
			seen[1] = this.eyeY;
		}
		for (let i = 0; i < 2 * n; i += 2) {
			seen[lead + i] = points[i] + this.eyeX;
			seen[lead + i + 1] = points[i + 1] + this.eyeY;
		}
		if (doubleArea(seen) <= 0) return [];
		if (
			this.shadows.length > 0 &&
			sumOfAreas(groundLeft(this.overlay, seen, this.shadows)) === doubleArea(seen)
		) {
			if (!isCut) return null;
			this.shadows = [];
		}
		if (this.shadows.length === 0) {
			if (!this.inner) return [seen];
			if (this.isClearOfBlind(points, n)) return this.withBlind(seen, this.inner);
		}
		return groundLeft(this.overlay, seen, [this.blindRing(), ...this.shadows]);
	}

	/** Whether a footprint, and so its shadow, lies wholly to one side of a view less than half a turn wide. */
	private isBeside(footprint: Int32Array): boolean {
		const { rim, eyeX, eyeY } = this;
		if (this.isFull || (this.view as SectorView).hfovDeg >= 179) return false;
		const n = rim.length;
		let isRight = true;
		let isLeft = true;
		for (let i = 0; i < footprint.length && (isRight || isLeft); i += 2) {
			const x = footprint[i] - eyeX;
			const y = footprint[i + 1] - eyeY;
			if ((rim[2] - eyeX) * y - (rim[3] - eyeY) * x >= 0) isRight = false;
			if ((rim[n - 2] - eyeX) * y - (rim[n - 1] - eyeY) * x <= 0) isLeft = false;
		}
		return isRight || isLeft;
	}

	/** Whether all that is seen reaches beyond the blind zone, so that the zone only has to be left out. */
	private isClearOfBlind(points: Float64Array, n: number): boolean {
		const { hfovDeg, nearM } = this.view as SectorView;
		if (!this.isFull && hfovDeg > WIDE_DEG) return false;
		const plane = localPlane(this.at);
		const perX = plane.metresPerLng / GRID_PER_DEG;
		const perY = plane.metresPerLat / GRID_PER_DEG;
		const least = (nearM + BLIND_MARGIN_M) ** 2;
		let px = points[2 * n - 2] * perX;
		let py = points[2 * n - 1] * perY;
		for (let i = 0; i < 2 * n; i += 2) {
			const x = points[i] * perX;
			const y = points[i + 1] * perY;
			const dx = x - px;
			const dy = y - py;
			const lengthSq = dx * dx + dy * dy;
			const along = lengthSq > 0 ? Math.min(1, Math.max(0, -(px * dx + py * dy) / lengthSq)) : 0;
			// of a sector the step from its last corner to its first is none of its edges
			const from = i === 0 && !this.isFull ? 1 : along;
			const qx = px + from * dx;
			const qy = py + from * dy;
			if (qx * qx + qy * qy <= least) return false;
			px = x;
			py = y;
		}
		return true;
	}

	private withBlind(seen: Int32Array, inner: Int32Array): Int32Array[] {
		if (this.isFull) return [seen, inner];
		const ring = new Int32Array(seen.length - 2 + inner.length);
		ring.set(seen.subarray(2));
		ring.set(inner, seen.length - 2);
		return [ring];
	}

	private blindRing(): Int32Array | null {
		if (!this.inner) return null;
		const lead = this.isFull ? 0 : 2;
		const ring = new Int32Array(this.inner.length + lead);
		ring.set(this.inner);
		if (lead) ring.set([this.eyeX, this.eyeY], this.inner.length);
		reverseRing(ring);
		return ring;
	}

	/** Half the width of a square about the eye that holds the whole rim. */
	private limit(): number {
		let most = 0;
		for (let i = 0; i < this.rim.length; i += 2) {
			most = Math.max(most, Math.abs(this.rim[i] - this.eyeX), Math.abs(this.rim[i + 1] - this.eyeY));
		}
		return most + 8;
	}
}

function sumOfAreas(rings: readonly Int32Array[]): number {
	return rings.reduce((sum, ring) => sum + doubleArea(ring), 0);
}
