import type { CameraProperties, Item } from '../../../src/lib/domain/items.ts';
import { area, camera, square, zone } from '../../support/plan-items.ts';
import { seeded } from '../../support/random.ts';

/** A town 1.6 km wide where every need occurs: sick, apart, planned, off duty, roughly aimed, PTZ, coarse. */
export function mixedScene(seed: number, count = 90): Item[] {
	const random = seeded(seed);
	const items: Item[] = [area('town', square(-800, -800, 1600))];
	for (let i = 0; i < count; i++) {
		const kind = random();
		const properties: CameraProperties = {
			type: kind < 0.15 ? 'ptz' : kind < 0.35 ? 'dome' : 'fixed',
			azimuthDeg: random() * 360,
			hfovDeg: kind >= 0.15 && kind < 0.35 ? 360 : 50 + 60 * random(),
			rangeM: 40 + 120 * random(),
			...(random() < 0.2 && { health: random() < 0.5 ? 'broken' : 'impaired' }),
			...(random() < 0.2 && { integrated: false }),
			...(random() < 0.15 && { status: 'planned' }),
			...(random() < 0.2 && { azimuthToleranceDeg: 22.5 }),
			...(random() < 0.2 && { resolutionPx: 1920 }),
			...(random() < 0.2 && { hours: '06:00-18:00' })
		};
		items.push(camera(`c${i}`, (random() - 0.5) * 1700, (random() - 0.5) * 1700, properties));
	}
	for (let i = 0; i < 3; i++) {
		const outline = square((random() - 0.5) * 1200, (random() - 0.5) * 1200, 60 + 200 * random());
		items.push(zone(`z${i}`, outline, i === 0 ? '20:00-06:00' : undefined));
	}
	return items;
}
