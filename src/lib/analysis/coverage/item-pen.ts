import { viewsOf, type View } from '../../domain/camera-heads.ts';
import type { Camera, PatrolRoute } from '../../domain/items.ts';
import { NEED } from '../../domain/needs.ts';
import { capsuleRing } from '../../geo/capsule-ring.ts';
import { RingBuffer } from '../../geo/ring-buffer.ts';
import { drawSector, sectorRings } from '../../geo/sector-rings.ts';
import type { Observer, Sight } from './item-rings.ts';
import { polygonRings } from './polygon-rings.ts';
import { unionOfHeads } from './union-of-heads.ts';

/** Metres to either side that a patrol route holds where it does not say. */
const DEFAULT_REACH_M = 50;

/** Draws the ground that one item after the other holds; what it has drawn is good until the next. See `ItemRings`. */
export class ItemPen {
	readonly rings = new RingBuffer();
	readonly needs: number[] = [];
	isUncertain = false;
	isUnrated = false;
	isRefused = false;

	draw(item: Observer, sight: Sight): void {
		this.clear();
		if (item.kind === 'camera') {
			this.drawCamera(item, sight);
			return;
		}
		if (item.kind === 'patrol-route') this.drawRoute(item);
		else this.add(polygonRings(item.geometry), 0);
		this.isRefused = this.rings.count === 0;
	}

	/** As for an item that holds nothing. */
	clear(): void {
		this.rings.clear();
		this.needs.length = 0;
		this.isUncertain = this.isUnrated = this.isRefused = false;
	}

	private drawCamera({ geometry, properties }: Camera, { minPxPerM, walls }: Sight): void {
		const { views, uncertainHeads, isUnrated } = viewsOf(properties, minPxPerM);
		const [lng, lat] = geometry.coordinates;
		this.isUncertain = views.length === 0 && uncertainHeads > 0;
		this.isUnrated = isUnrated;
		if (views.length === 1) {
			this.drawView(lng, lat, views[0], walls);
			return;
		}
		for (const [need, group] of byNeeds(views)) {
			if (group.length === 1) this.drawView(lng, lat, group[0], walls);
			else this.drawGroup(lng, lat, need, group, walls);
		}
	}

	private drawView(lng: number, lat: number, view: View, walls: Sight['walls']): void {
		const seen = walls?.cutRings([lng, lat], view, view.heightM) ?? null;
		if (seen !== null) this.add(seen, view.needs);
		drawSector(this.rings, lng, lat, view.azimuthDeg, view.hfovDeg, view.rangeM, view.nearM);
		const needs = seen === null ? view.needs : view.needs | NEED.CLEAR;
		while (this.needs.length < this.rings.count) this.needs.push(needs);
	}

	/** Views of several heads that need the same. */
	private drawGroup(
		lng: number,
		lat: number,
		need: number,
		group: readonly View[],
		walls: Sight['walls']
	): void {
		const free = group.map(({ azimuthDeg, hfovDeg, rangeM, nearM }) =>
			sectorRings([lng, lat], azimuthDeg, hfovDeg, rangeM, nearM)
		);
		const seen = free.map((rings, i) => walls?.cutRings([lng, lat], group[i], group[i].heightM) ?? rings);
		this.add(unionOfHeads(seen, group), need);
		if (seen.some((head, i) => head !== free[i])) this.add(unionOfHeads(free, group), need | NEED.CLEAR);
	}

	private drawRoute({ geometry, properties }: PatrolRoute): void {
		const { reachM } = properties;
		const reach = typeof reachM === 'number' && reachM > 0 ? reachM : DEFAULT_REACH_M;
		const line = geometry.coordinates;
		for (let i = 1; i < line.length; i++) {
			const ring = capsuleRing([line[i - 1][0], line[i - 1][1]], [line[i][0], line[i][1]], reach);
			if (ring !== null) this.add([ring], 0);
		}
	}

	private add(rings: readonly Int32Array[], need: number): void {
		for (const ring of rings) {
			this.rings.add(ring);
			this.needs.push(need);
		}
	}
}

/** Views by what they need, in the order in which the needs come first. */
function byNeeds(views: readonly View[]): Map<number, View[]> {
	const groups = new Map<number, View[]>();
	for (const view of views) {
		const group = groups.get(view.needs);
		if (group) group.push(view);
		else groups.set(view.needs, [view]);
	}
	return groups;
}
