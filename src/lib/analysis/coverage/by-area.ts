import type { AreaFigures, AreaRowOf } from '../../domain/findings/areas.ts';
import type { GapSummary } from '../../domain/findings/gaps.ts';
import type { Area, Setting } from '../../domain/items.ts';
import { NEED } from '../../domain/needs.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { windingAt } from '../../geo/winding.ts';
import type { Cell } from './cell.ts';
import { BY_LABEL, openM2, SUBJECT } from './cell-sums.ts';
import type { CellWork } from './cell-work.ts';
import { COVERED } from './layers.ts';
import type { ObserverBook } from './observer-book.ts';
import { clipSubject, type Boundary, type SubjectPart } from './subject.ts';

/** A row of the table by area and the ground it speaks of. */
export interface AreaRow {
	readonly of: AreaRowOf;
	readonly area: Area | null;
	readonly rings: readonly Int32Array[];
}

const SETTINGS: readonly Setting[] = ['urban', 'mixed', 'rural'];

/** One row for each area, in the order given, then one for the ground of each setting that occurs. */
export function areaRows(bounds: readonly { item: Boundary; rings: Int32Array[] }[]): AreaRow[] {
	const areas = bounds.flatMap(({ item, rings }) => (item.kind === 'area' ? [{ item, rings }] : []));
	const rows = areas.map(({ item, rings }): AreaRow => {
		const { level = 'custom' } = item.properties;
		return { of: { of: 'area', areaId: item.id, level }, area: item, rings };
	});
	for (const setting of SETTINGS) {
		const of = areas.filter(({ item }) => item.properties.setting === setting);
		if (of.length === 0) continue;
		rows.push({ of: { of: 'setting', setting }, area: null, rings: of.flatMap(({ rings }) => rings) });
	}
	return rows;
}

/** Cameras in a square: all, those that work, those that are integrated. */
interface Count {
	all: number;
	intact: number;
	integrated: number;
}

interface StandingCamera {
	readonly x: number;
	readonly y: number;
	readonly needs: number;
}

interface Tally extends Count {
	subjectM2: number;
	coveredM2: number;
}

/**
 * Figures of every row, and of the whole. Squares that lie wholly in an area are taken with their
 * sums; only cells that its border runs through are looked at, and remembered.
 */
export function figuresByArea(
	rows: readonly AreaRow[],
	top: Cell,
	cells: CellWork,
	observers: ObserverBook,
	whole: GapSummary
): AreaFigures[] {
	const crowd = new Crowd(top, observers);
	const figures = rows.map((row, index) => {
		const tally: Tally = { subjectM2: 0, coveredM2: 0, all: 0, intact: 0, integrated: 0 };
		descend(top, row.rings, index, tally, cells, crowd);
		return figuresOf(row.of, row.area, tally);
	});
	const { areaM2, coveredM2 } = whole;
	return [...figures, figuresOf({ of: 'all' }, null, { subjectM2: areaM2, coveredM2, ...crowd.in(top) })];
}

function descend(
	node: Cell,
	part: SubjectPart,
	row: number,
	tally: Tally,
	cells: CellWork,
	crowd: Crowd
): void {
	const here = clipSubject(part, node.x, node.y, node.size);
	if (here === 'none') return;
	if (here === 'all' && node.sums) {
		tally.subjectM2 += node.sums[SUBJECT];
		tally.coveredM2 += node.sums[BY_LABEL + COVERED];
		addCount(tally, crowd.in(node));
	} else if (node.children) {
		for (const child of node.children) if (child) descend(child, here, row, tally, cells, crowd);
	} else {
		const [subjectM2, coveredM2] = heldIn(node, here, row, cells);
		tally.subjectM2 += subjectM2;
		tally.coveredM2 += coveredM2;
		for (const camera of crowd.of(node)) {
			if (here === 'all' || windingAt(camera.x, camera.y, here as readonly Int32Array[]) > 0)
				count(tally, camera);
		}
	}
}

function heldIn(cell: Cell, subject: SubjectPart, row: number, cells: CellWork): readonly [number, number] {
	const known = cell.byArea?.get(row);
	if (known) return known;
	const { x, y, size, slots, covers, sums } = cell;
	let held: readonly [number, number];
	if (covers > 0 || (sums && openM2(sums) === 0)) {
		const subjectM2 = cells.areaOf({ x, y, size, subject, slots });
		held = [subjectM2, subjectM2];
	} else if (!sums) held = [0, 0];
	else held = cells.heldIn({ x, y, size, subject, slots });
	(cell.byArea ??= new Map()).set(row, held);
	return held;
}

function figuresOf(row: AreaRowOf, area: Area | null, tally: Tally): AreaFigures {
	const { subjectM2: areaM2, all, intact, integrated } = tally;
	const coveredM2 = Math.min(areaM2, tally.coveredM2);
	const { name, setting, population } = area?.properties ?? {};
	return {
		row,
		name: name ?? '',
		setting: setting ?? (row.of === 'setting' ? row.setting : null),
		population: typeof population === 'number' ? population : null,
		areaM2,
		coveredM2,
		gapM2: areaM2 - coveredM2,
		coveredShare: areaM2 > 0 ? coveredM2 / areaM2 : 0,
		cameras: all,
		camerasPerKm2: areaM2 > 0 ? (all / areaM2) * 1e6 : 0,
		intactRate: all > 0 ? intact / all : null,
		integratedRate: all > 0 ? integrated / all : null
	};
}

/** The cameras that stand in the ground, by the square they stand in. */
class Crowd {
	private readonly inCell = new Map<Cell, StandingCamera[]>();
	private readonly inSquare = new Map<Cell, Count>();

	constructor(top: Cell, observers: ObserverBook) {
		for (const { item, needs } of observers.cameras()) {
			if (needs & NEED.PLANNED & ~observers.granted) continue;
			const [lng, lat] = item.geometry.coordinates as [number, number];
			const camera = { x: Math.round(lng * GRID_PER_DEG), y: Math.round(lat * GRID_PER_DEG), needs };
			this.stand(top, camera);
		}
	}

	in(node: Cell): Count {
		return this.inSquare.get(node) ?? { all: 0, intact: 0, integrated: 0 };
	}

	of(cell: Cell): readonly StandingCamera[] {
		return this.inCell.get(cell) ?? [];
	}

	/** False where the camera stands outside the ground asked about. */
	private stand(node: Cell, camera: StandingCamera): boolean {
		if (node.children) {
			const half = node.size / 2;
			const q = (camera.x >= node.x + half ? 1 : 0) + (camera.y >= node.y + half ? 2 : 0);
			const child = node.children[q];
			if (!child || !this.stand(child, camera)) return false;
		} else {
			if (node.subject === 'none') return false;
			if (node.subject !== 'all' && windingAt(camera.x, camera.y, node.subject) <= 0) return false;
			const here = this.inCell.get(node);
			if (here) here.push(camera);
			else this.inCell.set(node, [camera]);
		}
		const sum = this.inSquare.get(node);
		if (sum) count(sum, camera);
		else this.inSquare.set(node, addCount({ all: 0, intact: 0, integrated: 0 }, countOf(camera)));
		return true;
	}
}

function countOf({ needs }: StandingCamera): Count {
	return { all: 1, intact: needs & NEED.REPAIR ? 0 : 1, integrated: needs & NEED.JOIN ? 0 : 1 };
}

function count(to: Count, camera: StandingCamera): void {
	addCount(to, countOf(camera));
}

function addCount(to: Count, more: Count): Count {
	to.all += more.all;
	to.intact += more.intact;
	to.integrated += more.integrated;
	return to;
}
