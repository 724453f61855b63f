import { localPlane } from '../geo/local-plane.ts';

/**
 * Length in metres of the line through points `start` to `end` (exclusive), coordinates in 1e-7 degrees.
 *
 * Each stretch is measured on the WGS 84 plane of its middle latitude: right to 1e-6 for stretches
 * under 10 km.
 */
export function polylineLengthM(lng7: Int32Array, lat7: Int32Array, start: number, end: number): number {
	let lengthM = 0;
	for (let i = start + 1; i < end; i++) {
		const plane = localPlane([0, (lat7[i - 1] + lat7[i]) / 2e7]);
		const x = ((lng7[i] - lng7[i - 1]) / 1e7) * plane.metresPerLng;
		const y = ((lat7[i] - lat7[i - 1]) / 1e7) * plane.metresPerLat;
		lengthM += Math.sqrt(x * x + y * y);
	}
	return lengthM;
}
