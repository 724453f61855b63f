import type { Edit } from '../edit.ts';
import type { Camera, CameraHead } from '../items.ts';
import { putIfSound, type Refusal } from '../refusal.ts';
import { noSuchHead } from './with-head.ts';
import { poleOf } from './pole-of.ts';

/**
 * Adds a head behind the last: `head`, or one like the head at `like` (the last without it). It looks into the
 * middle of the widest sector that no other head is aimed into, unless `head` states where it looks; a single
 * camera becomes a pole. Refuses a `like` that is not there.
 */
export function addHead(camera: Camera, head?: CameraHead, like?: number): Edit | Refusal {
	const pole = poleOf(camera.properties);
	const model = head ?? (like === undefined ? pole.heads.at(-1) : pole.heads[like]);
	if (!model) return noSuchHead(camera, like ?? 0);
	const azimuthDeg = head?.azimuthDeg ?? freeAzimuthDeg(pole.heads);
	const { deviceCode: _code, id: _id, ...copied } = model as CameraHead & Record<string, unknown>;
	return putIfSound(
		{ verb: 'change', kind: 'camera', name: camera.properties.name },
		{ ...camera, properties: { ...pole, heads: [...pole.heads, { ...copied, azimuthDeg }] } }
	);
}

/** The middle of the widest turn between the directions of heads; north where none has one. Whole degrees. */
export function freeAzimuthDeg(heads: readonly CameraHead[]): number {
	const taken = heads
		.flatMap(({ azimuthDeg, hfovDeg }) => (azimuthDeg === undefined || hfovDeg === 360 ? [] : [azimuthDeg]))
		.map((azimuthDeg) => ((azimuthDeg % 360) + 360) % 360)
		.sort((a, b) => a - b);
	const [first] = taken;
	if (first === undefined) return 0;
	let best = { from: first, turnDeg: 0 };
	for (const [i, from] of taken.entries()) {
		const turnDeg = (taken[i + 1] ?? first + 360) - from;
		if (turnDeg > best.turnDeg + 1e-9) best = { from, turnDeg };
	}
	return Math.round(best.from + best.turnDeg / 2) % 360;
}
