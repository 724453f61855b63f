import { expect, test } from 'vitest';
import { keepTogether } from '../../src/lib/map/together.ts';

/** A map that is nowhere: it moves, and tells of it at once. */
class ToyMap {
	jumps = 0;
	private readonly listeners = new Set<() => void>();
	constructor(public at: { center: [number, number]; zoom: number; bearing: number; pitch: number }) {}
	on = (_: string, hear: () => void): this => (this.listeners.add(hear), this);
	off = (_: string, hear: () => void): this => (this.listeners.delete(hear), this);
	getCenter = () => this.at.center;
	getZoom = () => this.at.zoom;
	getBearing = () => this.at.bearing;
	getPitch = () => this.at.pitch;
	jumpTo = (to: Partial<ToyMap['at']>): this => {
		this.at = { ...this.at, ...to };
		if (++this.jumps > 100) throw new Error('they chase each other');
		for (const hear of this.listeners) hear();
		return this;
	};
}

test('two maps go together, both ways, until they are let go', () => {
	const a = new ToyMap({ center: [71, 51], zoom: 12, bearing: 10, pitch: 0 });
	const b = new ToyMap({ center: [0, 0], zoom: 1, bearing: 0, pitch: 0 });
	const stop = keepTogether(a as never, b as never);
	expect(b.at).toEqual(a.at);
	a.jumpTo({ center: [72, 52], zoom: 14 });
	expect(b.at).toEqual(a.at);
	b.jumpTo({ bearing: 45, center: [70, 50] });
	expect(a.at).toEqual(b.at);
	expect(a.jumps + b.jumps).toBe(5);
	stop();
	a.jumpTo({ zoom: 3 });
	expect(b.at.zoom).toBe(14);
});
