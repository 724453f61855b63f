import type { Edit } from '../edit.ts';
import type { Camera, CameraHead } from '../items.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { hasNoHead, withHead } from './with-head.ts';

/**
 * Turns cameras by an angle, clockwise positive, one edit: every head of theirs, or of a single pole the one at
 * `headIndex`. What has no known direction stays. Refuses where nothing can be turned and a head that is not there.
 */
export function turnCameras(cameras: readonly Camera[], byDeg: number, headIndex?: number): Edit | Refusal {
	const put: Camera[] = [];
	for (const camera of cameras) {
		const turned = withHead(camera, headIndex, (head) => turnedBy(head, byDeg));
		if (hasNoHead(turned)) return turned;
		const isAimed = [camera.properties, ...(camera.properties.heads ?? [])].some(
			({ azimuthDeg }) => azimuthDeg !== undefined
		);
		if (isAimed) put.push(turned);
	}
	if (put.length === 0) return refuse({ code: 'nothing-to-add', severity: 'error' });
	const name = cameras.length === 1 ? cameras[0]?.properties.name : undefined;
	return { label: { verb: 'turn', kind: 'camera', name, count: put.length }, put, drop: [] };
}

/** A head turned by an angle; one without a known direction as it is. Into 0 to 360, to a hundredth. */
export function turnedBy(head: CameraHead, byDeg: number): CameraHead {
	if (head.azimuthDeg === undefined || head.azimuthDeg === null) return head;
	const hundredths = Math.round((head.azimuthDeg + byDeg) * 100) % 36000;
	return { ...head, azimuthDeg: ((hundredths + 36000) % 36000) / 100 };
}
