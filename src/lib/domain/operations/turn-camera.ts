import type { Edit } from '../edit.ts';
import type { Camera, CameraHead } from '../items.ts';
import { putIfSound, refuse, type Refusal } from '../refusal.ts';

/**
 * Turns a camera to look to `azimuthDeg`, clockwise from north, taken into 0 to 360.
 *
 * On a pole with several heads `headIndex` turns that one; without it the whole pole turns, so that
 * its first head with a known direction looks to `azimuthDeg`. Refuses a head that is not there and
 * an azimuth that is no number.
 */
export function turnCamera(camera: Camera, azimuthDeg: number, headIndex?: number): Edit | Refusal {
	if (!Number.isFinite(azimuthDeg)) {
		return refuse({
			code: 'bad-value',
			severity: 'error',
			featureId: camera.id,
			path: 'properties.azimuthDeg',
			seen: String(azimuthDeg),
			wanted: { what: 'number', from: -360, to: 360 }
		});
	}
	const { heads } = camera.properties;
	let properties = { ...camera.properties };
	if (headIndex === undefined && !heads) {
		properties.azimuthDeg = normalised(azimuthDeg);
	} else if (headIndex === undefined) {
		const first = heads?.find((head) => head.azimuthDeg !== undefined)?.azimuthDeg;
		const turnDeg = azimuthDeg - (first ?? azimuthDeg);
		properties = { ...properties, heads: heads?.map((head) => turned(head, turnDeg)) };
	} else {
		if (!heads?.[headIndex]) {
			return refuse({
				code: 'no-such-head',
				severity: 'error',
				featureId: camera.id,
				path: `properties.heads[${headIndex}]`
			});
		}
		properties.heads = heads.map((head, i) =>
			i === headIndex ? { ...head, azimuthDeg: normalised(azimuthDeg) } : head
		);
	}
	return putIfSound(
		{ verb: 'turn', kind: 'camera', name: camera.properties.name },
		{ ...camera, properties }
	);
}

function turned(head: CameraHead, turnDeg: number): CameraHead {
	return head.azimuthDeg === undefined
		? head
		: { ...head, azimuthDeg: normalised(head.azimuthDeg + turnDeg) };
}

/** Into 0 to 360, rounded to a hundredth of a degree. */
function normalised(azimuthDeg: number): number {
	const hundredths = Math.round(azimuthDeg * 100) % 36000;
	return ((hundredths + 36000) % 36000) / 100;
}
