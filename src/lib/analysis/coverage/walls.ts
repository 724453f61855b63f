import type { Buildings } from '../../geo/buildings.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { isOpen, mountedEye } from '../../geo/mounted-eye.ts';
import { sectorRings } from '../../geo/sector-rings.ts';
import { SectorSight } from '../../geo/sector-sight.ts';
import type { SectorView } from '../../geo/sector-view.ts';
import { BuildingIndex } from './building-index.ts';

/** A reach beyond this many grid units (some twenty kilometres) is past what the sweep reckons exactly. */
const MOST_REACH = 1 << 21;
/** Places this near a building's box may be on one of its walls; also makes up for the bend of the plane. */
const MARGIN_M = 1;

/**
 * What the buildings of a region pack leave of a camera's view.
 *
 * A building hides all that is behind it, unless it is known to be lower than the camera: then it hides its own ground
 * and its shadow. A camera drawn on or in a building looks out from the wall it is taken to hang on (see `mountedEye`): a
 * view from deeper inside keeps the range it had from where it was drawn. Answers depend on the question alone.
 */
export class Walls {
	private readonly index: BuildingIndex;
	private readonly sight = new SectorSight();
	/** All walls about an eye, for telling whether it is in the open. */
	private readonly about = { ends: new Float64Array(1024), count: 0, perX: 1, perY: 1 };

	constructor(buildings: Buildings) {
		this.index = new BuildingIndex(buildings);
	}

	/** Whether no building is near enough to matter; false says only that one may be. */
	isFree(at: LngLat, view: SectorView): boolean {
		const box = boxAbout(at, view.rangeM);
		return box === null || !this.index.hasAny(...box);
	}

	/**
	 * The ground that a camera `heightM` high at `at` sees in `view`, as rings of the integer grid, exteriors
	 * counter-clockwise, each followed by its holes; none where it sees nothing. Where no building cuts the view they are those of `sectorRings`.
	 */
	sightRings(at: LngLat, view: SectorView, heightM: number | null): Int32Array[] {
		return (
			this.cutRings(at, view, heightM) ??
			sectorRings(at, view.azimuthDeg, view.hfovDeg, view.rangeM, view.nearM)
		);
	}

	/** As `sightRings`, but null where no building cuts the view. */
	cutRings(at: LngLat, view: SectorView, heightM: number | null): Int32Array[] | null {
		const box = boxAbout(at, view.rangeM);
		if (box === null || !(view.hfovDeg > 0)) return null;
		this.index.find(...box);
		if (this.index.foundCount === 0) return null;
		const eyeX = Math.round(at[0] * GRID_PER_DEG);
		const eyeY = Math.round(at[1] * GRID_PER_DEG);
		if (this.isInTheOpen(at, eyeX, eyeY)) {
			if (!this.sight.begin(at, view)) return null;
			this.addBuildings(eyeX, eyeY, view.rangeM, heightM);
			return this.sight.rings();
		}
		return this.mountedRings(eyeX, eyeY, view, heightM);
	}

	private mountedRings(eyeX: number, eyeY: number, view: SectorView, heightM: number | null): Int32Array[] {
		this.gather(eyeX, eyeY, true);
		const axisDeg = ((90 - view.azimuthDeg) * Math.PI) / 180;
		const axis = view.hfovDeg >= 360 ? null : ([Math.cos(axisDeg), Math.sin(axisDeg)] as const);
		const eye = mountedEye(this.about, axis, view.rangeM);
		if (!eye) return [];
		const from: LngLat = [(eyeX + eye.x) / GRID_PER_DEG, (eyeY + eye.y) / GRID_PER_DEG];
		const seen = { ...view, rangeM: view.rangeM - eye.deepM, nearM: Math.max(0, view.nearM - eye.deepM) };
		const box = boxAbout(from, seen.rangeM);
		if (box === null || !this.sight.begin(from, seen)) return [];
		this.index.find(...box);
		this.addBuildings(eyeX + eye.x, eyeY + eye.y, seen.rangeM, heightM);
		return this.sight.rings() ?? sectorRings(from, seen.azimuthDeg, seen.hfovDeg, seen.rangeM, seen.nearM);
	}

	private isInTheOpen(at: LngLat, eyeX: number, eyeY: number): boolean {
		const plane = localPlane(at);
		this.about.perX = plane.metresPerLng / GRID_PER_DEG;
		this.about.perY = plane.metresPerLat / GRID_PER_DEG;
		this.gather(eyeX, eyeY, false);
		return this.about.count === 0 || isOpen(this.about, 0, 0);
	}

	/** Lists the walls of the buildings found: of all of them, or only of those whose box holds the eye or nearly. */
	private gather(eyeX: number, eyeY: number, isAll: boolean): void {
		const { index, about } = this;
		const { ringStart, coords } = index.buildings;
		const marginX = MARGIN_M / about.perX;
		const marginY = MARGIN_M / about.perY;
		about.count = 0;
		for (let k = 0; k < index.foundCount; k++) {
			const b = index.found[k];
			if (!isAll && !index.isNearBox(b, eyeX, eyeY, marginX, marginY)) continue;
			for (let r = index.ringFrom[b]; r < index.ringFrom[b + 1]; r++) {
				const end = 2 * ringStart[r + 1];
				for (let i = 2 * ringStart[r], j = end - 2; i < end; j = i, i += 2) {
					this.list(coords[j] - eyeX, coords[j + 1] - eyeY, coords[i] - eyeX, coords[i + 1] - eyeY);
				}
			}
		}
	}

	private list(ax: number, ay: number, bx: number, by: number): void {
		const { about } = this;
		if (4 * about.count === about.ends.length) {
			const wider = new Float64Array(2 * about.ends.length);
			wider.set(about.ends);
			about.ends = wider;
		}
		const i = 4 * about.count++;
		about.ends[i] = ax;
		about.ends[i + 1] = ay;
		about.ends[i + 2] = bx;
		about.ends[i + 3] = by;
	}

	private addBuildings(eyeX: number, eyeY: number, rangeM: number, heightM: number | null): void {
		const { index, sight } = this;
		const { ringStart, coords } = index.buildings;
		for (let k = 0; k < index.foundCount; k++) {
			const b = index.found[k];
			const heightDm = index.heightDm(b);
			if (heightM !== null && heightDm > 0 && 10 * heightM > heightDm) {
				const times = (10 * heightM) / (10 * heightM - heightDm);
				if (times * this.nearestM(b, eyeX, eyeY) < rangeM) {
					for (let r = index.ringFrom[b]; r < index.ringFrom[b + 1]; r++)
						sight.addShadow(index.ring(r), times);
					continue;
				}
			}
			const isTwisted = index.isTwisted(b);
			for (let r = index.ringFrom[b]; r < index.ringFrom[b + 1]; r++) {
				const end = 2 * ringStart[r + 1];
				let px = coords[end - 2] - eyeX;
				let py = coords[end - 1] - eyeY;
				for (let i = 2 * ringStart[r]; i < end; i += 2) {
					const x = coords[i] - eyeX;
					const y = coords[i + 1] - eyeY;
					// the building is on the left, so a wall that faces the eye runs clockwise about it
					sight.addWall(x, y, px, py);
					if (isTwisted) sight.addWall(px, py, x, y);
					px = x;
					py = y;
				}
			}
		}
	}

	/** How near the walls of building `b` come to the eye. */
	private nearestM(b: number, eyeX: number, eyeY: number): number {
		const { index, about } = this;
		let nearest = Infinity;
		for (let r = index.ringFrom[b]; r < index.ringFrom[b + 1]; r++) {
			const ring = index.ring(r);
			for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
				const ax = (ring[j] - eyeX) * about.perX;
				const ay = (ring[j + 1] - eyeY) * about.perY;
				const dx = (ring[i] - ring[j]) * about.perX;
				const dy = (ring[i + 1] - ring[j + 1]) * about.perY;
				const lengthSq = dx * dx + dy * dy;
				const along = lengthSq > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / lengthSq)) : 0;
				nearest = Math.min(nearest, Math.hypot(ax + along * dx, ay + along * dy));
			}
		}
		return nearest;
	}
}

/** West, south, east, north of what a camera may see, in grid units; null where that is nothing, or too much. */
function boxAbout(at: LngLat, rangeM: number): [number, number, number, number] | null {
	if (!(rangeM > 0)) return null;
	const { metresPerLng, metresPerLat } = localPlane(at);
	const reachX = (GRID_PER_DEG * (rangeM * 1.001 + MARGIN_M)) / metresPerLng;
	const reachY = (GRID_PER_DEG * (rangeM * 1.001 + MARGIN_M)) / metresPerLat;
	if (!(reachX < MOST_REACH && reachY < MOST_REACH)) return null;
	const x = at[0] * GRID_PER_DEG;
	const y = at[1] * GRID_PER_DEG;
	return [x - reachX, y - reachY, x + reachX, y + reachY];
}
