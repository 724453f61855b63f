import type { EscapeRoute } from '../domain/findings/escape.ts';
import type { BlindNetwork, UnseenStretch } from '../domain/findings/routes.ts';
import type { LngLat } from '../geo/coordinates.ts';
import { m } from '../paraglide/messages.js';
import type { DrawnFeature } from './drawings.ts';
import type { WayEnd } from './escape-question.svelte.ts';
import { lengthText } from './wording/quantity.ts';
import { wayLine } from './wording/way-words.ts';

/** Keys of the two ways among what is drawn. */
export type WayKey = 'quiet' | 'short';

/** How far along each way its label stands: apart, where the two run side by side. */
const LABEL_AT: Record<WayKey, number> = { quiet: 0.6, short: 0.3 };

/** The two ways on the map, the seen parts of each marked; one line where they are the same way. */
export function wayDrawings(quiet: EscapeRoute, short: EscapeRoute): DrawnFeature[] {
	if (isSameLine(quiet.line, short.line)) return oneWay('quiet', quiet, m.way_both());
	return [...oneWay('short', short, m.way_short()), ...oneWay('quiet', quiet, m.way_quiet())];
}

/** The places a way was asked between. */
export function endDrawings(ends: Readonly<Record<WayEnd, LngLat | null>>): DrawnFeature[] {
	const drawn: DrawnFeature[] = [];
	if (ends.from) drawn.push(endDrawing('from', ends.from, m.way_letter_from(), m.way_place_from()));
	if (ends.to) drawn.push(endDrawing('to', ends.to, m.way_letter_to(), m.way_place_to()));
	return drawn;
}

/** A blind network, and the longest way known in it. */
export function blindDrawings(network: BlindNetwork, stretches: readonly UnseenStretch[]): DrawnFeature[] {
	const lines = stretches.filter((stretch) => stretch.network === network.id).map(({ line }) => line);
	const drawn: DrawnFeature[] = [
		{
			key: network.id,
			draws: 'blind-network',
			geometry: { type: 'MultiLineString', coordinates: lines.map(positions) },
			title: m.blind_line({ length: lengthText(network.lengthM) })
		},
		{
			key: `${network.id}-way`,
			draws: 'blind-way',
			geometry: { type: 'LineString', coordinates: positions(network.longestWay) },
			title: m.blind_way_line({ length: lengthText(network.longestWayM) })
		},
		{
			key: `${network.id}-label`,
			draws: 'label-blind',
			geometry: { type: 'Point', coordinates: [...placeAlong(network.longestWay, 0.5)] },
			properties: { words: m.blind_drive({ length: lengthText(network.longestWayM) }) }
		}
	];
	// a line of no points cannot be drawn
	return lines.length > 0 ? drawn : drawn.slice(1);
}

function oneWay(key: WayKey, route: EscapeRoute, name: string): DrawnFeature[] {
	// from a place to itself there is no line
	if (route.line.length < 2) return [];
	const title = wayLine(name, route);
	const drawn: DrawnFeature[] = [
		{
			key,
			draws: `way-${key}`,
			geometry: { type: 'LineString', coordinates: positions(route.line) },
			title
		},
		{
			key: `${key}-label`,
			draws: `label-${key}`,
			geometry: { type: 'Point', coordinates: [...placeAlong(route.line, LABEL_AT[key])] },
			properties: { words: title }
		}
	];
	// a line of no points cannot be drawn
	if (route.seen.length > 0) {
		const geometry = { type: 'MultiLineString' as const, coordinates: route.seen.map(positions) };
		drawn.push({ key: `${key}-seen`, draws: 'way-seen', geometry });
	}
	return drawn;
}

function endDrawing(key: WayEnd, at: LngLat, letter: string, title: string): DrawnFeature {
	const geometry = { type: 'Point' as const, coordinates: [...at] };
	return { key, draws: 'way-end', geometry, title, properties: { letter } };
}

/** The place a share of the way along a line, by its length on the map. */
function placeAlong(line: readonly LngLat[], share: number): LngLat {
	const lat = line[0][1];
	const east = Math.cos((lat * Math.PI) / 180);
	const steps = line.slice(1).map(([x, y], i) => Math.hypot((x - line[i][0]) * east, y - line[i][1]));
	let left = share * steps.reduce((sum, step) => sum + step, 0);
	for (const [i, step] of steps.entries()) {
		if (left <= step && step > 0) {
			const t = left / step;
			const [[ax, ay], [bx, by]] = [line[i], line[i + 1]];
			return [ax + t * (bx - ax), ay + t * (by - ay)];
		}
		left -= step;
	}
	return line[line.length - 1];
}

function positions(line: readonly LngLat[]): number[][] {
	return line.map((at) => [...at]);
}

function isSameLine(a: readonly LngLat[], b: readonly LngLat[]): boolean {
	return a.length === b.length && a.every(([lng, lat], i) => lng === b[i][0] && lat === b[i][1]);
}
